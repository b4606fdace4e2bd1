package dev.dialtone.testkit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the {@link Ledger} of a {@link PhoneNumberSimulator}; get them from {@link
 * SimulatorAssertions#assertThat}. A failure tells what happened, request by request, with phone
 * numbers masked to their last four digits. Not thread-safe; times are those of the simulator's
 * clock. An operation that does not exist is an {@link IllegalArgumentException}.
 */
public final class SimulatorAssert extends AbstractAssert<SimulatorAssert, PhoneNumberSimulator> {

  SimulatorAssert(PhoneNumberSimulator simulator) {
    super(simulator, SimulatorAssert.class);
  }

  /**
   * No number had the same done to it twice: the same operation with the same parameters, tokens
   * aside, and nothing done to the number between. After a first that settled as FAILED a second is
   * a new attempt. What a repeated request with the same token does not do again is no effect. Two
   * numbers claimed where one was wanted are two operations to Amazon Connect: for them there is
   * {@link #hasEffects}.
   */
  public SimulatorAssert hasOneEffectPerOperation() {
    List<RepeatedEffect> repeated = RepeatedEffect.in(ledger());
    if (!repeated.isEmpty()) {
      failWithMessage(
          "Expected one effect per operation, but %s done twice:%n%s",
          repeated.size() == 1 ? "one was" : repeated.size() + " were",
          repeated.stream().map(RepeatedEffect::story).collect(joining("\n")));
    }
    return this;
  }

  /** This operation has made so many changes, on whatever numbers. */
  public SimulatorAssert hasEffects(int count, String operation) {
    List<Effect> effects = ledger().effects(known(operation));
    if (effects.size() != count) {
      failWithMessage(
          "Expected %s of %s, but there %s%s",
          counted(count, "effect"),
          operation,
          effects.size() == 1 ? "was 1" : "were " + effects.size(),
          listed(effects.stream().map(SimulatorAssert::line).toList()));
    }
    return this;
  }

  /** This number, in E.164 form, is with this instance or traffic distribution group, CLAIMED. */
  public SimulatorAssert hasNumber(String phoneNumber, String targetArn) {
    Optional<OwnedNumber> owned = ledger().number(phoneNumber);
    boolean isThere =
        owned
            .filter(number -> number.targetArn().equals(targetArn))
            .filter(number -> number.status().equals("CLAIMED"))
            .isPresent();
    if (!isThere) {
      failWithMessage(
          "Expected %s to be CLAIMED at %s, but %s%s",
          LedgerStory.masked(phoneNumber),
          LedgerStory.target(targetArn),
          owned.map(SimulatorAssert::whereabouts).orElse("nobody has it"),
          listed(ledger().effectsOn(phoneNumber).stream().map(SimulatorAssert::line).toList()));
    }
    return this;
  }

  /** There were at most so many requests of this operation, the refused and lost ones included. */
  public SimulatorAssert wasAskedAtMost(int count, String operation) {
    return atMost(count, "requests of " + operation, ledger().requests(known(operation)));
  }

  /** There were at most so many requests, of all operations together. */
  public SimulatorAssert wasAskedAtMost(int count) {
    return atMost(count, "requests", ledger().requests());
  }

  /** There was no request of this operation. */
  public SimulatorAssert wasNeverAsked(String operation) {
    return wasAskedAtMost(0, operation);
  }

  /**
   * The requests of each operation, each with a budget of its own, stayed within so many a second
   * and so many at once, as AWS counts: a bucket that holds a burst and is filled at the rate.
   * AWS's default for Amazon Connect is 2 and 5. No time is allowed for what the network delays: on
   * a real clock give the code under test a little less than you ask for here.
   */
  public SimulatorAssert neverExceeded(double requestsPerSecond, int burst) {
    new TreeMap<>(ledger().requests().stream().collect(groupingBy(RecordedRequest::operation)))
        .forEach((operation, requests) -> within(requestsPerSecond, burst, operation, requests));
    return this;
  }

  /** The same for one operation. */
  public SimulatorAssert neverExceeded(double requestsPerSecond, int burst, String operation) {
    return within(requestsPerSecond, burst, operation, ledger().requests(known(operation)));
  }

  /** The same for all operations under one budget, should AWS count so. */
  public SimulatorAssert neverExceededTogether(double requestsPerSecond, int burst) {
    return within(requestsPerSecond, burst, "all operations together", ledger().requests());
  }

  private SimulatorAssert atMost(int count, String what, List<RecordedRequest> requests) {
    if (requests.size() > count) {
      failWithMessage(
          "Expected at most %d %s, but there %s:%n%s",
          count,
          what,
          requests.size() == 1 ? "was 1" : "were " + requests.size(),
          LedgerStory.of(requests));
    }
    return this;
  }

  private SimulatorAssert within(
      double requestsPerSecond, int burst, String operation, List<RecordedRequest> requests) {
    QuotaBreach.in(requests, requestsPerSecond, burst)
        .ifPresent(
            breach ->
                failWithMessage(
                    "Expected %s never to exceed %s a second and %d at once, but %s",
                    operation, rate(requestsPerSecond), burst, breach.story()));
    return this;
  }

  private Ledger ledger() {
    isNotNull();
    return actual.ledger();
  }

  private String known(String operation) {
    return actual.faults().known(operation);
  }

  private static String whereabouts(OwnedNumber number) {
    String reason = number.statusMessage().isEmpty() ? "" : " (" + number.statusMessage() + ")";
    return "it is " + number.status() + reason + " at " + LedgerStory.target(number.targetArn());
  }

  private static String line(Effect effect) {
    String target = LedgerStory.target(effect.targetArn());
    return "%s  %s of %s%s (%s)"
        .formatted(
            LedgerStory.time(effect.at()),
            effect.operation(),
            LedgerStory.masked(effect.phoneNumber()),
            target.isEmpty() ? "" : ", " + target,
            LedgerStory.token(effect.clientToken()));
  }

  private static String listed(List<String> lines) {
    return lines.isEmpty() ? "" : ":\n" + LedgerStory.lines(lines);
  }

  private static String counted(int count, String what) {
    return count == 1 ? "1 " + what : count + " " + what + "s";
  }

  private static String rate(double requestsPerSecond) {
    return requestsPerSecond == Math.rint(requestsPerSecond)
        ? Long.toString((long) requestsPerSecond)
        : Double.toString(requestsPerSecond);
  }
}
