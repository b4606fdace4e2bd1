package dev.dialtone.spi;

import dev.dialtone.model.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * What every operation leaves behind, so that none is lost: its intent before the first byte is
 * sent, then what became of it. Several processes may share a journal; each operation has one owner
 * at a time, who keeps it for a {@linkplain #lease() lease} that must be renewed.
 *
 * <p>Implementations are thread-safe and never block the caller. A stage fails if the journal could
 * not do what it was asked; then it has not done it, or may have, but never half of it.
 */
public interface OperationJournal {
  /** How long an owner keeps an operation without renewing; after that anybody may take it. */
  Duration lease();

  /**
   * Writes an entry. The stage completes once the entry is safe, and the entries of one operation
   * are kept in the order of asking. A {@link Step#INTENT} makes the operation known, and its owner
   * the owner; it fails if the operation is known. Every other entry fails if the operation has
   * another owner, and makes it known if it is not. An entry that is not a {@link Step#NOTE} renews
   * the lease.
   */
  CompletionStage<Void> append(Entry entry);

  /**
   * Makes this owner the owner of an operation, unless it has not ended and another's lease lasts
   * still.
   *
   * @return what is known of the operation, with its owner now; empty if nothing is
   */
  CompletionStage<Optional<Recorded>> take(String id, String owner, Instant now);

  /**
   * Makes this owner the owner of every operation of these that has not ended and has no owner
   * whose lease lasts still.
   *
   * @param which tells by its ticket whether an operation is meant; it must not block
   * @return every one of these that has not ended, oldest first, with its owner now
   */
  CompletionStage<List<Recorded>> takeOpen(Predicate<Ticket> which, String owner, Instant now);

  /** Renews the lease of everything that this owner has and that has not ended. */
  CompletionStage<Void> renew(String owner, Instant now);

  /** Ends the lease of everything that this owner has. */
  CompletionStage<Void> giveUp(String owner);

  /**
   * Every entry of an operation, oldest first; empty if it is not known. The stage of a journal
   * that keeps no stories, such as the default, fails with {@link UnsupportedOperationException}.
   */
  CompletionStage<List<Entry>> story(String id);

  /**
   * One step of one operation.
   *
   * @param ticket all that is known of the operation by then; its {@code id} is the journal's key
   * @param step what happened
   * @param at when
   * @param detail more in words, phone numbers masked; may be empty
   * @param owner who writes it
   */
  record Entry(Ticket ticket, Step step, Instant at, String detail, String owner) {}

  /**
   * What is known of one operation.
   *
   * @param ticket the ticket of the latest entry
   * @param reached how far it is surely known to be: {@link Step#INTENT}, {@link Step#SENDING} or
   *     {@link Step#ACCEPTED}
   * @param end how it ended; empty if it has not
   * @param detail the words of the entry that ended it; empty if it has not ended
   * @param owner who has it; empty if nobody
   * @param leaseUntil until when, by the journal's clock
   */
  record Recorded(
      Ticket ticket,
      Step reached,
      Optional<Step> end,
      String detail,
      Optional<String> owner,
      Instant leaseUntil) {}

  /** The steps of an operation. */
  enum Step {
    /** It is about to be sent, once there is quota. */
    INTENT,
    /** It is sent now: from here on it may have had an effect. */
    SENDING,
    /** The service took it; the ticket now holds the number's id. */
    ACCEPTED,
    /** Something worth telling: an answer, a sight, a decision. It changes nothing. */
    NOTE,
    /** It is done and verified. */
    SETTLED,
    /** It ended without effect, or settled as failed. */
    FAILED,
    /** Nobody follows it any more: its caller gave it up, or its outcome is not known. */
    ABANDONED;

    /** Whether the operation is not gone on with unless somebody asks for it by its ticket. */
    public boolean isEnd() {
      return this == SETTLED || this == FAILED || this == ABANDONED;
    }
  }
}
