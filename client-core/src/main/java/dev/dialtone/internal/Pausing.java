package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Between two submissions: what is in the way may pass, and reads may lag behind it. */
final class Pausing implements Phase {
  private final Execution<?, ?> execution;
  private final PortException failure;
  private final Runnable next;
  private @Nullable Timeout pause;

  Pausing(Execution<?, ?> execution, PortException failure, Runnable next) {
    this.execution = execution;
    this.failure = failure;
    this.next = next;
  }

  @Override
  public void begin() {
    execution.progress().reach(Stage.WAITING_TO_REPEAT);
    long backoff = RetryPolicy.backoffMillis(execution.progress().attempts(), true);
    long millis = Math.max(backoff, failure.retryAfter().map(Duration::toMillis).orElse(0L));
    pause =
        execution
            .engine
            .timer()
            .after(Duration.ofMillis(millis), execution.engine.inside(execution, next));
  }

  @Override
  public void stop() {
    if (pause != null) {
      pause.cancel();
    }
  }

  @Override
  public PhoneNumberException overdue() {
    return execution.endedBy(execution.api(), failure);
  }
}
