package dev.dialtone.testkit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Settings of a {@link PhoneNumberSimulator}. A wrong argument fails at once with {@link
 * IllegalArgumentException}. Not thread-safe.
 */
public final class SimulatorBuilder {
  // Long enough, and an instant can still be added to it.
  private static final Duration FOR_EVER = Duration.ofDays(365_000);

  private int port;
  private Arns arns = new Arns("us-west-2", "111122223333");
  private int voicePort;
  private int legacyPort;
  private String callingNameReply = "UpdateSucceeded";
  private Supplier<Throttle> throttle = Throttle::none;
  private Duration latency = Duration.ZERO;
  private InstantSource clock = InstantSource.system();
  private SettleTime settleTime = SettleTime.fixed(Duration.ofMillis(200));
  private SettleTime callingNameSettleTime = SettleTime.fixed(Duration.ofMillis(200));
  private OptionalLong seed = OptionalLong.empty();
  private final Set<Guess> flipped = EnumSet.noneOf(Guess.class);
  private Optional<ChurnRule> churn = Optional.empty();
  private Duration coolDown = Duration.ofDays(180);
  private Duration failedClaimsKept = Duration.ofDays(1);
  private Duration tokensKept = FOR_EVER;
  private WorldRules.MoveListing moves = new WorldRules.MoveListing(false, Duration.ZERO);
  private Duration callingNameOnceIn = Duration.ZERO;

  SimulatorBuilder() {}

  /** The port of Amazon Connect on 127.0.0.1. Default: 0, any free one. */
  public SimulatorBuilder port(int port) {
    this.port = checkedPort(port);
    return this;
  }

  /** The port of Amazon Chime SDK Voice on 127.0.0.1. Default: 0, any free one. */
  public SimulatorBuilder voicePort(int voicePort) {
    this.voicePort = checkedPort(voicePort);
    return this;
  }

  /** The port of legacy Amazon Chime on 127.0.0.1. Default: 0, any free one. */
  public SimulatorBuilder legacyPort(int legacyPort) {
    this.legacyPort = checkedPort(legacyPort);
    return this;
  }

  /** The Region in the ARNs. Default: {@code us-west-2}. */
  public SimulatorBuilder region(String region) {
    Arguments.require(
        region.matches("[a-z0-9-]+"), "expected a Region like us-west-2, not " + region);
    this.arns = new Arns(region, arns.account());
    return this;
  }

  /** The account in the ARNs. Default: {@code 111122223333}. */
  public SimulatorBuilder account(String account) {
    Arguments.require(
        account.matches("\\d{12}"), "expected an account of 12 digits, not " + account);
    this.arns = new Arns(arns.region(), account);
    return this;
  }

  /**
   * How long a claim, an import, a move, a change of the description or a release stays
   * IN_PROGRESS. Default: 200 ms.
   */
  public SimulatorBuilder settlesAfter(Duration settlesAfter) {
    return settlesAfter(SettleTime.fixed(settlesAfter));
  }

  /**
   * Like {@link #settlesAfter(Duration)}, drawn anew for each change. For a test's clock see {@link
   * HandClock}.
   */
  public SimulatorBuilder settlesAfter(SettleTime settleTime) {
    this.settleTime = settleTime;
    return this;
  }

  /**
   * How long a change of a calling name with Amazon Chime stays UpdateInProgress; the service takes
   * up to 72 hours. Default: 200 ms.
   */
  public SimulatorBuilder callingNameSettlesAfter(Duration callingNameSettlesAfter) {
    return callingNameSettlesAfter(SettleTime.fixed(callingNameSettlesAfter));
  }

  /** Like {@link #callingNameSettlesAfter(Duration)}, drawn anew for each change. */
  public SimulatorBuilder callingNameSettlesAfter(SettleTime settleTime) {
    this.callingNameSettleTime = settleTime;
    return this;
  }

  /**
   * The CallingNameStatus in the reply to a change of a calling name, which says nothing of how it
   * will go. Default: {@code UpdateSucceeded}, as in the examples of AWS's reference.
   */
  public SimulatorBuilder callingNameReply(String status) {
    this.callingNameReply = status;
    return this;
  }

  /**
   * Refuses what exceeds this rate with 429, each API operation counted on its own unless {@link
   * Guess#THROTTLE_IS_PER_OPERATION} is flipped. AWS allows 2 a second and a burst of 5. Default:
   * no limit.
   */
  public SimulatorBuilder throttle(double requestsPerSecond, int burst) {
    Arguments.require(
        requestsPerSecond > 0, "expected a rate above zero, not " + requestsPerSecond);
    Arguments.require(burst > 0, "expected a burst of one or more, not " + burst);
    this.throttle = () -> Throttle.perOperation(requestsPerSecond, burst);
    return this;
  }

  /**
   * Every request is served as soon as it is there, but its reply takes this long by the system's
   * clock, that of the throttle too: there and back again through a network. Default: zero.
   */
  public SimulatorBuilder latency(Duration latency) {
    this.latency = Arguments.notNegative(latency);
    return this;
  }

  /**
   * Drives settling, stale reads, throttling and all other periods; a {@link HandClock} is one that
   * a test moves. Default: the system's clock.
   */
  public SimulatorBuilder clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Makes ids and settle times: the same seed, clock and requests tell the same story again.
   * Default: another one for each simulator, see {@link PhoneNumberSimulator#seed()}.
   */
  public SimulatorBuilder seed(long seed) {
    this.seed = OptionalLong.of(seed);
    return this;
  }

  /**
   * Takes the other answer to what nobody outside AWS has confirmed. Default: every guess holds.
   */
  public SimulatorBuilder flip(Guess... guesses) {
    this.flipped.addAll(List.of(guesses));
    return this;
  }

  /** {@link #churnRule(int, Duration)} as AWS has it: 200 percent in 180 days. Default: off. */
  public SimulatorBuilder churnRule() {
    this.churn = Optional.of(ChurnRule.OF_AWS);
    return this;
  }

  /**
   * Refuses claims and imports once those, and releases, within a rolling time are this many
   * percent of the quotas of all instances together; {@link Guess#CHURN_IS_LIMIT_EXCEEDED} says
   * how. Default: no such rule.
   */
  public SimulatorBuilder churnRule(int percent, Duration window) {
    Arguments.require(percent > 0, "expected one percent or more, not " + percent);
    this.churn = Optional.of(new ChurnRule(percent, Arguments.notNegative(window)));
    return this;
  }

  /** How long nobody can claim a number that was released. Default: 180 days. */
  public SimulatorBuilder coolDown(Duration coolDown) {
    this.coolDown = Arguments.notNegative(coolDown);
    return this;
  }

  /**
   * How long a number whose claim has failed may be claimed again under its old id, before it
   * returns to the inventory. Default: one day.
   */
  public SimulatorBuilder failedClaimsKept(Duration failedClaimsKept) {
    this.failedClaimsKept = Arguments.notNegative(failedClaimsKept);
    return this;
  }

  /**
   * How long a ClientToken is remembered; after that the same request is a new one. AWS does not
   * say; elsewhere in Amazon Connect it is 7 days. Default: for ever.
   */
  public SimulatorBuilder tokensKept(Duration tokensKept) {
    this.tokensKept = Arguments.notNegative(tokensKept);
    return this;
  }

  /**
   * ListPhoneNumbersV2 shows the new target of a move at once, even if the move will fail at the
   * old one. Default: when it has settled, as DescribePhoneNumber does.
   */
  public SimulatorBuilder listsMovesAtOnce() {
    this.moves = new WorldRules.MoveListing(true, Duration.ZERO);
    return this;
  }

  /** ListPhoneNumbersV2 shows the new target of a move so long after it has settled. */
  public SimulatorBuilder listsMovesAfter(Duration lag) {
    this.moves = new WorldRules.MoveListing(false, Arguments.notNegative(lag));
    return this;
  }

  /**
   * Amazon Chime refuses, as a conflict, a change of a calling name so soon after the previous one;
   * its guide speaks of 7 days. Default: zero, only a pending change stands in the way.
   */
  public SimulatorBuilder callingNameOnceIn(Duration callingNameOnceIn) {
    this.callingNameOnceIn = Arguments.notNegative(callingNameOnceIn);
    return this;
  }

  /** Starts the server; it runs until the simulator is closed. */
  public PhoneNumberSimulator start() {
    return new PhoneNumberSimulator(settings());
  }

  /** Fresh ones for each simulator that this builder starts. */
  SimulatorSettings settings() {
    long chosen = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong());
    var rules =
        new WorldRules(
            clock,
            new Guesses(Set.copyOf(flipped)),
            new Dice(chosen),
            new WorldRules.Settling(settleTime, new Dice(chosen)),
            churn,
            new WorldRules.Periods(coolDown, failedClaimsKept, tokensKept),
            moves);
    var callingNames =
        new ChimeWorld.CallingNameBehaviour(
            new WorldRules.Settling(callingNameSettleTime, new Dice(chosen)),
            callingNameReply,
            callingNameOnceIn);
    return new SimulatorSettings(
        new SimulatorSettings.Ports(port, voicePort, legacyPort),
        arns,
        flipped.contains(Guess.THROTTLE_IS_PER_OPERATION)
            ? throttle.get().shared()
            : throttle.get(),
        latency,
        rules,
        callingNames);
  }

  private static int checkedPort(int port) {
    Arguments.require(port >= 0 && port <= 65535, "expected a port of 0 to 65535, not " + port);
    return port;
  }
}
