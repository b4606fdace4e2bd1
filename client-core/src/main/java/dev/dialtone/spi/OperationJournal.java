package dev.dialtone.spi;

import dev.dialtone.model.Ticket;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * What every mutation leaves behind, so that none is lost: its intent before the first byte is
 * sent, then what became of it. Implementations are thread-safe and never block the caller.
 */
public interface OperationJournal {
  /**
   * Writes an entry. The stage completes once the entry is safe; if it fails for an {@link
   * Step#INTENT}, nothing is sent.
   */
  CompletionStage<Void> append(Entry entry);

  /**
   * One step of one operation.
   *
   * @param ticket all that is known of the operation; its {@code id} is the journal's key
   * @param step what happened
   * @param at when
   * @param detail more in words, phone numbers masked; may be empty
   */
  record Entry(Ticket ticket, Step step, Instant at, String detail) {}

  /** The steps of an operation. */
  enum Step {
    /** It is about to be sent. */
    INTENT,
    /** The service took it; the ticket now holds the number's id. */
    ACCEPTED,
    /** It is done and verified. */
    SETTLED,
    /** It ended without effect, or settled as failed. */
    FAILED,
    /** It is no longer followed, though the service may go on, or its outcome is not known. */
    ABANDONED;

    /** Whether nothing is left to be done about the operation. */
    public boolean isEnd() {
      return this == SETTLED || this == FAILED;
    }
  }
}
