package dev.dialtone.testkit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Settings of a {@link PhoneNumberSimulator}. A wrong argument fails at once with {@link
 * IllegalArgumentException}. Not thread-safe.
 */
public final class SimulatorBuilder {
  private int port;
  private Arns arns = new Arns("us-west-2", "111122223333");
  private Duration settlesAfter = Duration.ofMillis(200);
  private int voicePort;
  private int legacyPort;
  private Duration callingNameSettlesAfter = Duration.ofMillis(200);
  private String callingNameReply = "UpdateSucceeded";
  private Supplier<Throttle> throttle = Throttle::none;
  private InstantSource clock = InstantSource.system();

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
    Arguments.require(!settlesAfter.isNegative(), "expected zero or more, not " + settlesAfter);
    this.settlesAfter = settlesAfter;
    return this;
  }

  /**
   * How long a change of a calling name with Amazon Chime stays UpdateInProgress; the service takes
   * up to 72 hours. Default: 200 ms.
   */
  public SimulatorBuilder callingNameSettlesAfter(Duration callingNameSettlesAfter) {
    Arguments.require(
        !callingNameSettlesAfter.isNegative(),
        "expected zero or more, not " + callingNameSettlesAfter);
    this.callingNameSettlesAfter = callingNameSettlesAfter;
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
   * Refuses what exceeds this rate with 429, each API operation counted on its own. AWS allows 2 a
   * second and a burst of 5. Default: no limit.
   */
  public SimulatorBuilder throttle(double requestsPerSecond, int burst) {
    Arguments.require(
        requestsPerSecond > 0, "expected a rate above zero, not " + requestsPerSecond);
    Arguments.require(burst > 0, "expected a burst of one or more, not " + burst);
    this.throttle = () -> Throttle.perOperation(requestsPerSecond, burst);
    return this;
  }

  /** Drives settling, stale reads and throttling. Default: the system's clock. */
  public SimulatorBuilder clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /** Starts the server; it runs until the simulator is closed. */
  public PhoneNumberSimulator start() {
    return new PhoneNumberSimulator(this);
  }

  int port() {
    return port;
  }

  int voicePort() {
    return voicePort;
  }

  int legacyPort() {
    return legacyPort;
  }

  Duration callingNameSettlesAfter() {
    return callingNameSettlesAfter;
  }

  String callingNameReply() {
    return callingNameReply;
  }

  Arns arns() {
    return arns;
  }

  Duration settlesAfter() {
    return settlesAfter;
  }

  /** A fresh one for each simulator that this builder starts. */
  Throttle throttle() {
    return throttle.get();
  }

  InstantSource clock() {
    return clock;
  }

  private static int checkedPort(int port) {
    Arguments.require(port >= 0 && port <= 65535, "expected a port of 0 to 65535, not " + port);
    return port;
  }
}
