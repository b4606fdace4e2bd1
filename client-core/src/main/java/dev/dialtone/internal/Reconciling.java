package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.internal.Finder.Found;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * After a call that may have acted and told no id: looks for what it may have made. Found where it
 * was wanted, it is followed. Otherwise the call is sent again with the same token, or, where that
 * was the last word, looked for during ten seconds, as a list may lag.
 */
final class Reconciling<S, R> implements Phase {
  /** Whoever has the ticket may look again later. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Execution<S, R> execution;
  private final Optional<PortException> lastWord;
  private final long since;
  private int looks;
  private @Nullable Timeout pause;
  private Optional<String> lastSeen = Optional.empty();

  /** With the answer that allows no other attempt; empty if the call may be sent again. */
  Reconciling(Execution<S, R> execution, Optional<PortException> lastWord) {
    this.execution = execution;
    this.lastWord = lastWord;
    this.since = execution.engine.timer().nanoTime();
  }

  @Override
  public void begin() {
    execution.progress().reach(Stage.READING_FIRST);
    look();
  }

  private void look() {
    looks++;
    execution
        .operation()
        .find(
            execution.engine,
            execution.unlessEnded(this::found),
            execution.unlessEnded(this::failed));
  }

  private void found(Optional<Found> found) {
    String seen =
        found.isEmpty()
            ? "not among the account's numbers"
            : found.get().asWanted() ? "there, as wanted" : "there, but not where it was wanted";
    lastSeen = Optional.of(seen);
    execution.recorder().note("looked for it: " + seen);
    if (found.filter(Found::asWanted).isPresent()) {
      execution.course().adopt(found.get().id());
    } else if (lastWord.isEmpty() && (found.isEmpty() || !execution.isStale())) {
      execution.course().submit();
    } else {
      again();
    }
  }

  /** The read had its repeats. A young token may go again unseen. */
  private void failed(PhoneNumberException failure) {
    lastSeen = Optional.of("not to be seen: " + failure.getClass().getSimpleName());
    execution.recorder().note("looked for it: " + failure.getMessage());
    if (lastWord.isEmpty() && !execution.isStale()) {
      execution.course().submit();
    } else {
      execution.end(Step.ABANDONED, unknown());
    }
  }

  private void again() {
    long age = execution.engine.timer().nanoTime() - since;
    if (PATIENCE_NANOS < age) {
      execution.end(Step.ABANDONED, unknown());
      return;
    }
    pause =
        execution
            .engine
            .timer()
            .after(
                Duration.ofMillis(RetryPolicy.backoffMillis(looks, true)),
                execution.engine.inside(execution, this::look));
  }

  private PhoneNumberException unknown() {
    return Failures.unknown(execution, lastWord, lastSeen);
  }

  @Override
  public void stop() {
    if (pause != null) {
      pause.cancel();
    }
  }

  @Override
  public PhoneNumberException overdue() {
    return unknown();
  }
}
