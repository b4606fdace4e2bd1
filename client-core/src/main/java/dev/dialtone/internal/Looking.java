package dev.dialtone.internal;

import dev.dialtone.model.Stage;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.QuotaGate.Reservation;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one number again and again, through the look-out, until told to stop. A look that fails
 * in a passing way is only a reason to look later: the operation's deadline bounds it.
 *
 * <p>It is what the look-out watches, and the phase that judges extends it: nearly all the time
 * nearly all operations wait for a look, so what they are then is one object.
 */
abstract class Looking<S, R> extends LookOut.Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

  final Execution<S, R> execution;
  private @Nullable String lastSeen;
  private @Nullable PortException lastFailure;
  private int failuresInARow;
  private boolean looks;

  Looking(Execution<S, R> execution) {
    this.execution = execution;
  }

  abstract Stage stage();

  /** Judges a look, and calls {@link #again} if it wants another. */
  abstract void judge(Optional<S> seen);

  /** There is nothing to judge, and will not be. */
  abstract void failed(PortException failure);

  /** What is believed if a list shows it; null if lists are not asked. */
  abstract @Nullable Predicate<S> believed();

  /** The first look comes soon. */
  void startLooking(@Nullable String seenBefore) {
    lastSeen = seenBefore;
    looks = true;
    execution.lookOut().watch(this, together());
    announce();
  }

  /** The next look comes as the pace says. */
  void again(String seen) {
    lastSeen = seen;
    again();
  }

  /** Notes what was seen last, without another look. */
  void saw(String seen) {
    stopLooking();
    execution.progress().sees(stage(), seen);
  }

  void stopLooking() {
    if (looks) {
      looks = false;
      execution.lookOut().forget(this);
    }
  }

  /** What the last look saw; null if it is the first. */
  @Nullable String lastSeen() {
    return lastSeen;
  }

  /** Why the last look failed; empty if it did not. */
  Optional<PortException> lastFailure() {
    return Optional.ofNullable(lastFailure);
  }

  /** Only what follows the call is listed. */
  @Override
  final @Nullable Execution<?, ?> hinted() {
    return stage() == Stage.SETTLING && execution.operation().hasHint() ? execution : null;
  }

  private LookOut.@Nullable Together together() {
    Predicate<S> enough = execution.operation().hasOverview() ? believed() : null;
    if (enough == null) {
      return null;
    }
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
    if (looks) {
      execution.progress().looked();
      answered(Optional.of(seen));
    }
  }

  @Override
  void look(Reservation permit) {
    execution.engine.guarded(execution, () -> lookNow(permit)).run();
  }

  private void lookNow(Reservation permit) {
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
    lastFailure = null;
    if (!execution.hasEnded()) {
      judge(seen);
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
      failed(failure);
    } else {
      again();
    }
  }

  private void again() {
    if (looks) {
      execution.lookOut().again(this, untilNext());
      announce();
    }
  }

  private Duration untilNext() {
    Duration age = Duration.ofNanos(age(execution.engine.nanoTime()));
    Duration byAge = execution.operation().spec().pace().interval(age);
    if (failuresInARow == 0) {
      return Collections.min(List.of(byAge, execution.lookOut().longestPause(this)));
    }
    Duration byFailures = Duration.ofMillis(RetryPolicy.backoffMillis(failuresInARow, true));
    return Collections.max(List.of(byAge, byFailures));
  }

  private void announce() {
    execution.progress().looks(stage(), lastSeen, dueAt());
  }
}
