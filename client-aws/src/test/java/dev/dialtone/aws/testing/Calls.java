package dev.dialtone.aws.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Short words for talking to a port directly. */
public final class Calls {
  private Calls() {}

  /** One of ten seconds at most. */
  public static Call call() {
    return call(Duration.ofSeconds(10));
  }

  /** One that may take so long. */
  public static Call call(Duration timeout) {
    return new Call(UUID.randomUUID().toString(), timeout);
  }

  /** The answer, or the port's failure thrown. */
  public static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(15, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof PortException known) {
        throw known;
      }
      throw new AssertionError("a port fails with PortException and no other", failed);
    } catch (InterruptedException | TimeoutException noAnswer) {
      throw new AssertionError("no answer", noAnswer);
    }
  }

  /** The failure that there must be. */
  public static PortException failure(CompletionStage<?> stage) {
    Throwable failure = catchThrowable(() -> get(stage));
    assertThat(failure).isInstanceOf(PortException.class);
    return (PortException) failure;
  }
}
