package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.internal.Sighting.Evidence;
import dev.dialtone.model.Masked;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Phase 3: the number is looked at until it has settled, and the postcondition is verified. */
final class Settlement<S, R> extends Looking<S, R> implements Phase {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final Evidence evidence;
  private @Nullable Constancy constancy;
  private long notFailedAtMillis;
  private boolean pendingSeen;

  Settlement(Execution<S, R> execution, Evidence evidence) {
    super(execution);
    this.evidence = evidence;
    this.notFailedAtMillis = execution.sentAt().toEpochMilli();
  }

  @Override
  public void begin() {
    startLooking(null);
  }

  @Override
  Stage stage() {
    return Stage.SETTLING;
  }

  @Override
  Predicate<S> believed() {
    return execution.operation()::isBelievedAfterwards;
  }

  @Override
  void judge(Optional<S> now) {
    long time = execution.engine.nanoTime();
    constancy = Constancy.with(constancy, now, time);
    Verdict<R> verdict =
        execution
            .operation()
            .judge(
                new Sighting<>(
                    now,
                    execution.course().before(),
                    execution.isAsBefore(now),
                    pendingSeen,
                    constancy.until(time),
                    evidence));
    String seen = Masked.inText(verdict.seen());
    if (!seen.equals(lastSeen())) {
      execution.recorder().note("seen: " + seen);
    }
    LOG.atDebug()
        .addKeyValue("operation", execution.api().name())
        .addKeyValue("id", execution.ticket().id())
        .addKeyValue("seen", seen)
        .log("looked");
    if (verdict instanceof Verdict.Pending<R> pending) {
      pendingSeen |= pending.running();
      notFailedAtMillis = execution.engine.timer().now().toEpochMilli();
      again(seen);
      return;
    }
    saw(seen);
    boolean ended = verdict instanceof Verdict.Failed<R> || verdict instanceof Verdict.Strange<R>;
    if (ended && evidence == Evidence.DOUBT) {
      // Whose it was, nobody knows.
      execution.end(Step.ABANDONED, Failures.lost(execution, "no answer came, and then " + seen));
    } else if (verdict instanceof Verdict.Settled<R> settled) {
      execution.course().settled(settled.result());
    } else if (verdict instanceof Verdict.Failed<R> failed) {
      Optional<Instant> kept =
          execution
              .operation()
              .spec()
              .keptAfterFailure()
              .map(Instant.ofEpochMilli(notFailedAtMillis)::plus);
      String advice = execution.operation().spec().advice().afterFailure();
      execution.end(
          Step.FAILED, Failures.settledAsFailed(execution, failed.reason(), kept, advice));
    } else if (verdict instanceof Verdict.Lost<R> lost) {
      execution.end(Step.ABANDONED, Failures.lost(execution, lost.reason()));
    } else if (verdict instanceof Verdict.Strange<R> strange) {
      execution.end(Step.ABANDONED, Failures.strange(execution, strange.reason()));
    }
  }

  @Override
  void failed(PortException failure) {
    execution.end(
        Step.ABANDONED, Failures.unseen(execution, execution.operation().lookApi(), failure));
  }

  @Override
  public void stop() {
    stopLooking();
  }

  @Override
  public PhoneNumberException overdue() {
    return Failures.still(execution, Reason.DEADLINE, lastFailure());
  }
}
