package dev.dialtone.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * All that is needed to go on with an operation later or elsewhere: what it is, its idempotency
 * token, its parameters, and what is known of its number. It is made before the first request.
 *
 * <p>{@link #encode()} holds the phone number in clear: store it, do not log it. {@link
 * #toString()} shows only kind and id.
 *
 * @param namespace the service it runs at: {@code connect}, {@code chimesdkvoice} or {@code chime}
 * @param operation the AWS operation, for example {@code ClaimPhoneNumber}
 * @param id the operation's id, a lower-case UUID; also its idempotency token where the service
 *     takes one
 * @param region the Region it runs in
 * @param account the account of its target, where an ARN told it
 * @param startedAt when it was started
 * @param deadline when it stops looking by the caller's own deadline
 * @param numberId the number's id, once the service gave it
 * @param parameters everything the token is bound to, by name
 * @param before a digest of what was there before it was sent, where that was read
 */
public record Ticket(
    String namespace,
    String operation,
    String id,
    String region,
    Optional<String> account,
    Instant startedAt,
    Optional<Instant> deadline,
    Optional<PhoneNumberId> numberId,
    Map<String, String> parameters,
    Optional<String> before) {
  /** Copies the parameters and cuts the times to milliseconds, as they are encoded. */
  public Ticket {
    startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
    deadline = deadline.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    parameters = Map.copyOf(parameters); // Of the same ticket's it makes no second copy.
  }

  /**
   * The ticket that {@link #encode()} wrote, in this or another process.
   *
   * @throws IllegalArgumentException if the text is no ticket, is damaged, or was written by a
   *     newer version of this library
   */
  public static Ticket decode(String text) {
    return TicketCodec.decode(text);
  }

  /** A compact text of printable ASCII without blanks. It holds the phone number in clear. */
  public String encode() {
    return TicketCodec.encode(this);
  }

  /** The same ticket, now that the service has named the number. */
  public Ticket accepted(PhoneNumberId number) {
    return with(Optional.of(number), before);
  }

  /** The same ticket, now that it was read what is there. */
  public Ticket before(String digest) {
    return with(numberId, Optional.of(digest));
  }

  private Ticket with(Optional<PhoneNumberId> number, Optional<String> digest) {
    return new Ticket(
        namespace, operation, id, region, account, startedAt, deadline, number, parameters, digest);
  }

  @Override
  public String toString() {
    return "Ticket[" + operation + " " + id + "]";
  }
}
