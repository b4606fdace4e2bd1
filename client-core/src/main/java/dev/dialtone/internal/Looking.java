package dev.dialtone.internal;

import dev.dialtone.model.Stage;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.QuotaGate.Reservation;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one number again and again, through the look-out, until told to stop. A look that fails
 * in a passing way is only a reason to look later: the operation's deadline bounds it.
 */
final class Looking<S> {
  private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

  /** Whoever judges. It calls {@link #again} if it wants another look. */
  private final Consumer<Optional<S>> judge;

  private final Consumer<PortException> failed;

  /** What is believed if a list shows it; null if lists are not asked. */
  private final @Nullable Predicate<S> believed;

  private final Execution<S, ?> execution;
  private final Stage stage;
  private final long since;
  private LookOut.@Nullable Watch watch;
  private Optional<String> lastSeen = Optional.empty();
  private int failuresInARow;
  private @Nullable PortException lastFailure;

  Looking(
      Execution<S, ?> execution,
      Stage stage,
      Consumer<Optional<S>> judge,
      Consumer<PortException> failed,
      @Nullable Predicate<S> believed) {
    this.execution = execution;
    this.stage = stage;
    this.judge = judge;
    this.failed = failed;
    this.believed = believed;
    this.since = execution.engine.timer().nanoTime();
  }

  /** The first look comes soon. */
  void begin(Optional<String> seenBefore) {
    lastSeen = seenBefore;
    watch = execution.lookOut().watch(execution.guarded(this::look), together(), hinted());
    announce();
  }

  /** The next look comes as the pace says. */
  void again(String seen) {
    lastSeen = Optional.of(seen);
    again();
  }

  /** Notes what was seen last, without another look. */
  void saw(String seen) {
    lastSeen = Optional.of(seen);
    stop();
    announce();
  }

  void stop() {
    if (watch != null) {
      execution.lookOut().forget(watch);
      watch = null;
    }
  }

  /** Why the last look failed; empty if it did not. */
  Optional<PortException> lastFailure() {
    return failuresInARow == 0 ? Optional.empty() : Optional.ofNullable(lastFailure);
  }

  /** Only what follows the call is listed. */
  private @Nullable Execution<?, ?> hinted() {
    return stage == Stage.SETTLING && execution.operation().hasHint() ? execution : null;
  }

  private LookOut.@Nullable Together together() {
    if (!execution.operation().hasOverview() || believed == null) {
      return null;
    }
    Predicate<S> enough = believed;
    Survey<S> survey = execution.survey();
    return new LookOut.Together() {
      @Override
      public boolean pays(int looks) {
        return survey.pays(looks);
      }

      @Override
      public void look(Runnable leftOut) {
        survey.join(
            execution.operation().surveyed(),
            enough,
            execution.guarded(Looking.this::shown),
            execution.engine.guarded(execution, leftOut));
      }
    };
  }

  private void shown(S seen) {
    if (watch != null) {
      execution.progress().looked();
      answered(Optional.of(seen));
    }
  }

  private void look(Reservation permit) {
    execution.progress().looked();
    Wire.send(
        execution,
        execution::look,
        permit,
        new Call(execution.ticket().id(), execution.engine.timeout(execution.deadline().left())),
        seen -> answered(Optional.of(seen)),
        this::lookFailed);
  }

  private void answered(Optional<S> seen) {
    failuresInARow = 0;
    if (!execution.hasEnded()) {
      judge.accept(seen);
    }
  }

  private void lookFailed(PortException failure) {
    if (failure.kind() == PortException.Kind.NOT_FOUND) {
      answered(Optional.empty());
      return;
    }
    execution.noteThrottling(failure);
    failuresInARow++;
    if (execution.hasEnded()) {
      return;
    }
    lastFailure = failure;
    LOG.atDebug()
        .addKeyValue("operation", execution.api().name())
        .addKeyValue("id", execution.ticket().id())
        .addKeyValue("failure", failure.summary())
        .addKeyValue("inARow", failuresInARow)
        .log("a look failed");
    boolean unreadable = failure.kind() == PortException.Kind.UNREADABLE;
    boolean tooOften = unreadable && failuresInARow >= execution.engine.maxAttempts();
    // What never left this process may come back: credentials, network.
    boolean passing = failure.retryable() || failure.kind() == PortException.Kind.UNREACHABLE;
    if (!passing || tooOften) {
      failed.accept(failure);
    } else {
      again();
    }
  }

  private void again() {
    if (watch != null) {
      execution.lookOut().again(watch, untilNext(watch));
      announce();
    }
  }

  private Duration untilNext(LookOut.Watch watch) {
    long age = execution.engine.timer().nanoTime() - since;
    Duration byAge = execution.operation().spec().pace().interval(Duration.ofNanos(age));
    if (failuresInARow == 0) {
      return Collections.min(List.of(byAge, execution.lookOut().longestPause(watch)));
    }
    Duration byFailures = Duration.ofMillis(RetryPolicy.backoffMillis(failuresInARow, true));
    return Collections.max(List.of(byAge, byFailures));
  }

  private void announce() {
    execution
        .progress()
        .reach(stage, lastSeen, Optional.ofNullable(watch).map(execution.lookOut()::dueAt));
  }
}
