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
  private Supplier<Throttle> throttle = Throttle::none;
  private InstantSource clock = InstantSource.system();

  SimulatorBuilder() {}

  /** The port on 127.0.0.1. Default: 0, any free one. */
  public SimulatorBuilder port(int port) {
    Arguments.require(port >= 0 && port <= 65535, "expected a port of 0 to 65535, not " + port);
    this.port = port;
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
}
