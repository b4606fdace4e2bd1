package dev.dialtone.internal;

import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal's entries of one operation: none before the intent. Made when it is needed: what it
 * must remember, the execution does. Confined to the engine.
 */
record Recorder(Execution<?, ?> execution) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Records the intent, unless it is, and tells once, inside the engine, when that is safe, or why
   * it is not. A journal that answers too late is told that it was given up.
   */
  void intend(Consumer<@Nullable Throwable> then) {
    Engine engine = execution.engine;
    if (execution.isIntended()) {
      engine.inside(execution, () -> then.accept(null)).run();
      return;
    }
    var late = new boolean[1];
    CompletionStage<Void> intent = record(Step.INTENT, "");
    Timeout patience =
        engine
            .timer()
            .after(
                PATIENCE,
                engine.inside(
                    execution,
                    () -> {
                      late[0] = true;
                      then.accept(new TimeoutException("no answer for 30 seconds"));
                    }));
    intent.whenComplete(
        (recorded, failure) -> {
          patience.cancel();
          engine.inside(execution, () -> recorded(late[0], failure, then)).run();
        });
  }

  private void recorded(
      boolean late, @Nullable Throwable failure, Consumer<@Nullable Throwable> then) {
    if (!late) {
      then.accept(failure);
    } else if (failure == null) {
      var unused = record(Step.FAILED, "given up before it was recorded");
    }
  }

  CompletionStage<Void> record(Step step, String detail) {
    execution.intended();
    return execution.engine.journal().record(execution.ticket(), step, detail);
  }

  /** Something worth telling, if there was an intent. */
  void note(String what) {
    close(Step.NOTE, what);
  }

  /** Records the end, if there was an intent. */
  void close(Step step, String detail) {
    if (execution.isIntended()) {
      var unused = record(step, detail);
    }
  }
}
