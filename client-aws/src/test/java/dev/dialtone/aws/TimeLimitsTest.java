package dev.dialtone.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class TimeLimitsTest {
  private static final Duration FEW_SECONDS = Duration.ofSeconds(15);

  private final TimeLimits limits = new TimeLimits();
  private final Queue<Integer> late = new ConcurrentLinkedQueue<>();

  @Test
  void add_inAnyOrderOfTime_tellsEachInItsOwn() {
    List<CompletableFuture<?>> ends = new ArrayList<>();
    for (int millis : List.of(90, 30, 120, 60)) {
      ends.add(end(added(millis)));
    }
    for (CompletableFuture<?> end : ends) {
      assertThat(end)
          .failsWithin(FEW_SECONDS)
          .withThrowableThat()
          .withCauseInstanceOf(PortException.class);
    }
    assertThat(late).containsExactly(30, 60, 90, 120);
  }

  @Test
  void add_afterAllOthersHaveEnded_isToldToo() {
    assertThat(end(added(1))).failsWithin(FEW_SECONDS);
    assertThat(end(added(1))).failsWithin(FEW_SECONDS);
  }

  @Test
  void remove_beforeItsTime_isNotTold() {
    Sending<?, ?> answered = added(20);
    limits.remove(answered);
    assertThat(end(added(60))).failsWithin(FEW_SECONDS);
    assertThat(end(answered)).isNotDone();
  }

  private Sending<?, ?> added(int millis) {
    var sending =
        new Sending<Integer, Integer>(
            new Call("token", Duration.ofMillis(millis)),
            RequestSettings.NONE,
            settings -> new CompletableFuture<>(),
            reply -> reply,
            new SdkFailures((code, status, message, operation) -> Optional.empty()));
    CompletionStage<?> answer = sending.answer();
    answer.whenComplete(
        (value, failure) -> {
          late.add(millis);
          limits.remove(sending);
        });
    limits.add(sending);
    return sending;
  }

  private static CompletableFuture<?> end(Sending<?, ?> sending) {
    return sending.answer().toCompletableFuture();
  }
}
