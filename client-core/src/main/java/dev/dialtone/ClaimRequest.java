package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ConnectOperations;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Claim;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A claim of one number from the inventory. Done when Amazon Connect shows the number CLAIMED at
 * the target, and the flow, if any, is attached. It costs money and counts towards the churn
 * allowance.
 *
 * <p>Immutable: each method gives a new request.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ClaimPhoneNumber.html">
 *     ClaimPhoneNumber</a>
 */
public final class ClaimRequest implements Request<ConnectNumber> {
  private final Gateway<ConnectPort> gateway;
  private final Claim claim;
  private final Choices choices;

  private ClaimRequest(Gateway<ConnectPort> gateway, Claim claim, Choices choices) {
    this.gateway = gateway;
    this.claim = claim;
    this.choices = choices;
  }

  /** A claim that still lacks its target. */
  public static final class Start {
    private final Gateway<ConnectPort> gateway;
    private final E164 number;

    Start(Gateway<ConnectPort> gateway, E164 number) {
      this.gateway = gateway;
      this.number = number;
    }

    /** Claims it to this instance or traffic distribution group, of the client's own Region. */
    public ClaimRequest to(Target target) {
      requireNonNull(target, "target");
      return new ClaimRequest(
          gateway,
          new Claim(
              number, target, Optional.empty(), Collections.emptySortedMap(), Optional.empty()),
          Choices.NONE);
    }
  }

  /** Describes the number, in at most 500 characters. */
  public ClaimRequest description(String description) {
    requireNonNull(description, "description");
    return with(Optional.of(description), claim.tags(), claim.flow());
  }

  /**
   * Adds a tag; the last value of a key counts. At most 50; keys of 1 to 128 characters that do not
   * begin with {@code aws:}, values of at most 256.
   */
  public ClaimRequest tag(String key, String value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    return tags(Map.of(key, value));
  }

  /** Adds tags; the last value of a key counts. */
  public ClaimRequest tags(Map<String, String> more) {
    requireNonNull(more, "more");
    SortedMap<String, String> all = new TreeMap<>(claim.tags());
    all.putAll(Map.copyOf(more));
    return with(claim.description(), all, claim.flow());
  }

  /**
   * Attaches the flow once the number is claimed. It must belong to the target, or to an instance
   * of the target's group. If only this fails, the operation ends in {@link
   * dev.dialtone.error.FlowNotAttachedException} and the number stays claimed.
   */
  public ClaimRequest attachFlow(ContactFlow flow) {
    requireNonNull(flow, "flow");
    return with(claim.description(), claim.tags(), Optional.of(flow));
  }

  /**
   * Ends the operation so long after {@link #start()}, waiting for quota included. If others
   * already wait for quota for longer than that, it ends at once. Default: 24 hours after the first
   * byte sent, for as long as a failed claim could be rescued.
   */
  public ClaimRequest deadline(Duration fromStart) {
    return new ClaimRequest(gateway, claim, choices.deadline(fromStart));
  }

  /**
   * Makes it the same operation, with the same token, whenever and wherever it is started with this
   * key, 1 to 256 characters: in this process it is then followed once, and after a crash it goes
   * on. The key counts within account, Region and kind of operation. With other parameters it is
   * refused before anything is sent, where the journal knows the key. Default: each start is a new
   * operation.
   */
  public ClaimRequest idempotencyKey(String key) {
    return new ClaimRequest(gateway, claim, choices.idempotencyKey(key));
  }

  @Override
  public Operation<ConnectNumber> start() {
    gateway
        .rules(ConnectOperations.CLAIM.api())
        .target(claim.target())
        .description(claim.description())
        .tags(claim.tags())
        .flow(claim.flow(), claim.target())
        .check();
    return gateway.start(ConnectOperations.CLAIM, claim, claim.target().arn(), choices);
  }

  private ClaimRequest with(
      Optional<String> description, SortedMap<String, String> tags, Optional<ContactFlow> flow) {
    return new ClaimRequest(
        gateway, new Claim(claim.number(), claim.target(), description, tags, flow), choices);
  }
}
