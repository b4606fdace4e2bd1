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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Phase 3: the number is looked at until it has settled, and the postcondition is verified. */
final class Settlement<S, R> implements Phase {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final Execution<S, R> execution;
  private final Optional<S> before;
  private final Looking<S> looking;
  private final Evidence evidence;
  private final Constancy constancy;
  private Instant notFailedAt;
  private boolean pendingSeen;
  private String lastNoted = "";

  Settlement(Execution<S, R> execution, Optional<S> before, Evidence evidence) {
    this.execution = execution;
    this.before = before;
    this.evidence = evidence;
    this.constancy = new Constancy(execution.engine.timer());
    this.looking =
        new Looking<>(
            execution,
            Stage.SETTLING,
            this::saw,
            this::failed,
            execution.operation()::isBelievedAfterwards);
    this.notFailedAt = execution.progress().sentAt();
  }

  @Override
  public void begin() {
    looking.begin(Optional.empty());
  }

  private void saw(Optional<S> now) {
    Verdict<R> verdict =
        execution
            .operation()
            .judge(
                new Sighting<>(
                    now,
                    before,
                    execution.isAsBefore(now),
                    pendingSeen,
                    constancy.of(now),
                    evidence));
    String seen = Masked.inText(verdict.seen());
    if (!seen.equals(lastNoted)) {
      lastNoted = seen;
      execution.recorder().note("seen: " + seen);
    }
    LOG.atDebug()
        .addKeyValue("operation", execution.api().name())
        .addKeyValue("id", execution.ticket().id())
        .addKeyValue("seen", seen)
        .log("looked");
    if (verdict instanceof Verdict.Pending<R> pending) {
      pendingSeen |= pending.running();
      notFailedAt = execution.engine.timer().now();
      looking.again(seen);
      return;
    }
    looking.saw(seen);
    boolean ended = verdict instanceof Verdict.Failed<R> || verdict instanceof Verdict.Strange<R>;
    if (ended && evidence == Evidence.DOUBT) {
      // Whose it was, nobody knows.
      execution.end(Step.ABANDONED, Failures.lost(execution, "no answer came, and then " + seen));
    } else if (verdict instanceof Verdict.Settled<R> settled) {
      execution.course().settled(settled.result());
    } else if (verdict instanceof Verdict.Failed<R> failed) {
      Optional<Instant> kept =
          execution.operation().spec().keptAfterFailure().map(notFailedAt::plus);
      String advice = execution.operation().spec().advice().afterFailure();
      execution.end(
          Step.FAILED, Failures.settledAsFailed(execution, failed.reason(), kept, advice));
    } else if (verdict instanceof Verdict.Lost<R> lost) {
      execution.end(Step.ABANDONED, Failures.lost(execution, lost.reason()));
    } else if (verdict instanceof Verdict.Strange<R> strange) {
      execution.end(Step.ABANDONED, Failures.strange(execution, strange.reason()));
    }
  }

  private void failed(PortException failure) {
    execution.end(
        Step.ABANDONED, Failures.unseen(execution, execution.operation().lookApi(), failure));
  }

  @Override
  public void stop() {
    looking.stop();
  }

  @Override
  public PhoneNumberException overdue() {
    return Failures.still(execution, Reason.DEADLINE, looking.lastFailure());
  }
}
