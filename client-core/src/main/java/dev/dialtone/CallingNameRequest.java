package dev.dialtone;

import dev.dialtone.internal.ChimeChanges;
import dev.dialtone.internal.ChimeOperations;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.spi.ChimePort;
import java.time.Duration;
import java.util.Optional;

/**
 * A change of a number's outbound calling name. It takes up to 72 hours, and the next is refused
 * until then. What is there is read first: as wanted is done, and a pending change is a {@link
 * dev.dialtone.error.ConflictException} unless {@link #afterPending()} was said. Done when the name
 * reads back and its status is UpdateSucceeded. There is no token, so a repeat is sent only after a
 * read.
 *
 * <p>Immutable: each method gives a new request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_UpdatePhoneNumber.html">
 *     UpdatePhoneNumber</a>
 */
public final class CallingNameRequest implements Request<ChimeNumber> {
  private static final Duration FOR_BOTH = Duration.ofHours(150);

  private final Gateway<ChimePort> gateway;
  private final ChimeChanges.CallingName change;
  private final Choices choices;

  private CallingNameRequest(
      Gateway<ChimePort> gateway, ChimeChanges.CallingName change, Choices choices) {
    this.gateway = gateway;
    this.change = change;
    this.choices = choices;
  }

  static CallingNameRequest of(Gateway<ChimePort> gateway, E164 number, String name) {
    return new CallingNameRequest(
        gateway, new ChimeChanges.CallingName(number, name, false), Choices.NONE);
  }

  /** Waits for a change that is pending already, and makes this one then. */
  public CallingNameRequest afterPending() {
    return new CallingNameRequest(
        gateway, new ChimeChanges.CallingName(change.number(), change.name(), true), choices);
  }

  /**
   * Ends the operation so long after {@link #start()}, waiting for quota included. If others
   * already wait for quota for longer than that, it ends at once. Default: 75 hours after the first
   * byte sent; with {@link #afterPending()} 150 hours after the start, for the change before and
   * this one.
   */
  public CallingNameRequest deadline(Duration fromStart) {
    return new CallingNameRequest(gateway, change, choices.deadline(fromStart));
  }

  /**
   * Makes it the same operation, with the same token, whenever and wherever it is started with this
   * key, 1 to 256 characters: in this process it is then followed once, and after a crash it goes
   * on. The key counts within account, Region and kind of operation. With other parameters it is
   * refused before anything is sent, where the journal knows the key. Default: each start is a new
   * operation.
   */
  public CallingNameRequest idempotencyKey(String key) {
    return new CallingNameRequest(gateway, change, choices.idempotencyKey(key));
  }

  @Override
  public Operation<ChimeNumber> start() {
    return gateway.start(
        ChimeOperations.UPDATE_CALLING_NAME,
        change,
        Optional.empty(),
        choices.orDeadline(byDefault(change.afterPending())));
  }

  static Optional<Duration> byDefault(boolean afterPending) {
    return Optional.of(FOR_BOTH).filter(time -> afterPending);
  }
}
