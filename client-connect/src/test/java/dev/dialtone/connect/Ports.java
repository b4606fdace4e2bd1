package dev.dialtone.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Search;
import dev.dialtone.spi.PortException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Short words for talking to a port directly. */
final class Ports {
  private Ports() {}

  static Call call() {
    return call(Duration.ofSeconds(10));
  }

  static Call call(Duration timeout) {
    return new Call(UUID.randomUUID().toString(), timeout);
  }

  static Claim claim(E164 number, Target target) {
    return new Claim(number, target, Optional.empty(), new TreeMap<>(), Optional.empty());
  }

  static Search search(Target target, Optional<String> prefix) {
    return new Search(
        CountryCode.of("US"), NumberType.TOLL_FREE, target, prefix, 10, Optional.empty());
  }

  static <T> T get(CompletionStage<T> stage) {
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

  static PortException failure(CompletionStage<?> stage) {
    Throwable failure = catchThrowable(() -> get(stage));
    assertThat(failure).isInstanceOf(PortException.class);
    return (PortException) failure;
  }
}
