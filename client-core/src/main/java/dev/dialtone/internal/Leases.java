package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.model.Masked;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.OperationJournal.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal, as one engine writes it: under a name of its own, which it keeps what it follows by,
 * and renews while there is anything. A journal that throws fails the stage instead.
 *
 * <p>Confined to the engine.
 */
final class Leases {
  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
  private static final int RENEWALS_A_LEASE = 3;

  private final Engine engine;
  private final OperationJournal journal;
  private final String owner = UUID.randomUUID().toString();
  private boolean renewing;

  Leases(Engine engine, OperationJournal journal) {
    this.engine = engine;
    this.journal = journal;
  }

  /** Whether it is this engine that has the operation. */
  boolean has(Recorded known) {
    return known.owner().filter(owner::equals).isPresent();
  }

  CompletionStage<Void> record(Ticket ticket, Step step, String detail) {
    keepRenewing();
    var entry =
        new OperationJournal.Entry(
            ticket, step, engine.timer().now(), Masked.inText(detail), owner);
    return ask(it -> it.append(entry))
        .whenComplete(
            (done, failure) -> {
              if (failure != null && step != Step.INTENT && step != Step.SENDING) {
                LOG.atWarn()
                    .addKeyValue("id", ticket.id())
                    .addKeyValue("step", step)
                    .setCause(Masked.inThrowable(failure))
                    .log("the journal could not record a step; the operation goes on");
              }
            });
  }

  CompletionStage<Optional<Recorded>> take(String id) {
    keepRenewing();
    return ask(it -> it.take(id, owner, engine.timer().now()));
  }

  CompletionStage<List<Recorded>> takeOpen(Predicate<Ticket> which) {
    keepRenewing();
    return ask(it -> it.takeOpen(which, owner, engine.timer().now()));
  }

  Duration lease() {
    return journal.lease();
  }

  /** Lets others go on with what is not ended here. */
  CompletableFuture<Void> giveUp() {
    return ask(it -> it.giveUp(owner)).toCompletableFuture();
  }

  private void keepRenewing() {
    if (!renewing && !engine.isClosed()) {
      renewing = true;
      engine.timer().after(journal.lease().dividedBy(RENEWALS_A_LEASE), engine.inside(this::renew));
    }
  }

  private void renew() {
    renewing = false;
    if (engine.followsNothing() || engine.isClosed()) {
      return;
    }
    keepRenewing();
    ask(it -> it.renew(owner, engine.timer().now()))
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                LOG.atWarn()
                    .setCause(Masked.inThrowable(failure))
                    .log("the journal could not renew the lease; another process may take over");
              }
            });
  }

  private <T> CompletionStage<T> ask(Function<OperationJournal, CompletionStage<T>> what) {
    try {
      return requireNonNull(what.apply(journal), "no stage");
    } catch (RuntimeException | Error broken) {
      return CompletableFuture.failedFuture(broken);
    }
  }
}
