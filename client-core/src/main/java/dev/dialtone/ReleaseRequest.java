package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ConnectOperations;
import dev.dialtone.internal.NumberChanges.Release;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.ReleasedNumber;
import dev.dialtone.spi.ConnectPort;
import java.time.Duration;

/**
 * A release of a number. It cannot be undone: the number's flow is deactivated, and nobody can
 * claim the number for up to 180 days. It counts towards the churn allowance.
 *
 * <p>What is there is read first, and the release is refused with {@link
 * dev.dialtone.error.ReleaseRefusedException} if the id belongs to another number than the one
 * confirmed, or if the previous operation on it has FAILED. An id that the service does not know is
 * a {@link dev.dialtone.error.NotFoundException}: it may have been released before, or be of
 * another Region. Done when a describe says that the number is gone.
 *
 * <p>Immutable: each method gives a new request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ReleasePhoneNumber.html">
 *     ReleasePhoneNumber</a>
 */
public final class ReleaseRequest implements Request<ReleasedNumber> {
  private final Gateway<ConnectPort> gateway;
  private final Release release;
  private final Choices choices;

  private ReleaseRequest(Gateway<ConnectPort> gateway, Release release, Choices choices) {
    this.gateway = gateway;
    this.release = release;
    this.choices = choices;
  }

  /** A release that still lacks its confirmation. */
  public static final class Start {
    private final Gateway<ConnectPort> gateway;
    private final PhoneNumberId id;

    Start(Gateway<ConnectPort> gateway, PhoneNumberId id) {
      this.gateway = gateway;
      this.id = id;
    }

    /** Repeats the number that is meant; any other is not released. */
    public ReleaseRequest confirm(E164 number) {
      requireNonNull(number, "number");
      return new ReleaseRequest(gateway, new Release(id, number, false), Choices.NONE);
    }
  }

  /**
   * Releases the number although the previous operation on it has FAILED. Do this after a failed
   * move or update; after a failed claim the number goes back by itself within a day, unbilled, and
   * without using up the churn allowance.
   */
  public ReleaseRequest evenAfterFailure() {
    return new ReleaseRequest(gateway, new Release(release.id(), release.number(), true), choices);
  }

  /**
   * Ends the operation so long after {@link #start()}, waiting for quota included. If others
   * already wait for quota for longer than that, it ends at once. Default: 24 hours after the first
   * byte sent.
   */
  public ReleaseRequest deadline(Duration fromStart) {
    return new ReleaseRequest(gateway, release, choices.deadline(fromStart));
  }

  /**
   * Makes it the same operation, with the same token, whenever and wherever it is started with this
   * key, 1 to 256 characters: in this process it is then followed once, and after a crash it goes
   * on. The key counts within account, Region and kind of operation. With other parameters it is
   * refused before anything is sent, where the journal knows the key. Default: each start is a new
   * operation.
   */
  public ReleaseRequest idempotencyKey(String key) {
    return new ReleaseRequest(gateway, release, choices.idempotencyKey(key));
  }

  @Override
  public Operation<ReleasedNumber> start() {
    gateway.rules(ConnectOperations.RELEASE.api()).number(release.id()).check();
    return gateway.start(ConnectOperations.RELEASE, release, release.id().arn(), choices);
  }
}
