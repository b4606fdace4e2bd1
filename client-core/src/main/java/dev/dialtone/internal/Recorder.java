package dev.dialtone.internal;

import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal.Step;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The journal's entries of one operation: none before the intent. Confined to the engine. */
final class Recorder {
  private final Engine engine;
  private final Supplier<Ticket> ticket;
  private boolean intended;

  Recorder(Engine engine, Supplier<Ticket> ticket) {
    this.engine = engine;
    this.ticket = ticket;
  }

  /** Records the intent, unless it is; what comes next must wait for it. */
  CompletionStage<Void> intend() {
    return intended ? CompletableFuture.completedStage(null) : record(Step.INTENT, "");
  }

  /** The journal knows the operation already, from here or elsewhere. */
  void isKnown() {
    intended = true;
  }

  /** The intent could not be recorded, so nothing else is. */
  void forgetIntent() {
    intended = false;
  }

  CompletionStage<Void> record(Step step, String detail) {
    intended = true;
    return engine.journal().record(ticket.get(), step, detail);
  }

  /** Something worth telling, if there was an intent. */
  void note(String what) {
    close(Step.NOTE, what);
  }

  /** Records the end, if there was an intent. */
  void close(Step step, String detail) {
    if (intended) {
      var unused = record(step, detail);
    }
  }
}
