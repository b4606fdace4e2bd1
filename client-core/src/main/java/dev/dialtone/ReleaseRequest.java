package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ConnectOperations;
import dev.dialtone.internal.NumberChanges.Release;
import dev.dialtone.internal.Rules;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.ReleasedNumber;
import dev.dialtone.spi.ConnectPort;
import java.time.Duration;
import java.util.Optional;

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
  private final Optional<Duration> deadline;

  private ReleaseRequest(
      Gateway<ConnectPort> gateway, Release release, Optional<Duration> deadline) {
    this.gateway = gateway;
    this.release = release;
    this.deadline = deadline;
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
      return new ReleaseRequest(gateway, new Release(id, number, false), Optional.empty());
    }
  }

  /**
   * Releases the number although the previous operation on it has FAILED. Do this after a failed
   * move or update; after a failed claim the number goes back by itself within a day, unbilled, and
   * without using up the churn allowance.
   */
  public ReleaseRequest evenAfterFailure() {
    return new ReleaseRequest(gateway, new Release(release.id(), release.number(), true), deadline);
  }

  /**
   * Ends the operation so long after {@link #start()}, waiting for quota included. Default: 24
   * hours after the first byte sent.
   */
  public ReleaseRequest deadline(Duration fromStart) {
    return new ReleaseRequest(gateway, release, Optional.of(Rules.positive("deadline", fromStart)));
  }

  @Override
  public Operation<ReleasedNumber> start() {
    gateway.rules(ConnectOperations.RELEASE.api()).number(release.id()).check();
    return gateway.start(ConnectOperations.RELEASE, release, release.id().arn(), deadline);
  }
}
