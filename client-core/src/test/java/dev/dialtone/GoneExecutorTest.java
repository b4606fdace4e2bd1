package dev.dialtone;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.ConnectNumber;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Futures end even if the caller's executor takes nothing, and never on a thread of the engine. */
class GoneExecutorTest {
  @ParameterizedTest
  @ValueSource(classes = {RejectedExecutionException.class, IllegalStateException.class})
  void toFuture_executorTakesNothing_completesElsewhere(Class<RuntimeException> refusal)
      throws Exception {
    RuntimeException refused = refusal.getConstructor(String.class).newInstance("gone");
    Executor gone =
        task -> {
          throw refused;
        };
    var world = new World(builder -> builder.executor(gone));
    Operation<ConnectNumber> claim = world.claim().start();
    CompletableFuture<Thread> runsOn = claim.toFuture().thenApply(number -> Thread.currentThread());
    world.seconds(60);
    assertThat(runsOn.get(10, SECONDS)).isNotSameAs(Thread.currentThread());
  }
}
