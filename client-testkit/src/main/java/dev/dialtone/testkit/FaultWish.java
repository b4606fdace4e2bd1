package dev.dialtone.testkit;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A fault as an option names it: {@code ClaimPhoneNumber=reply-lost-after-effect:0.05}. */
record FaultWish(String operation, Fault fault, double probability) {
  private static final Map<String, Fault> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("throttled", Fault.throttled()),
              Map.entry("server-error", Fault.serverError()),
              Map.entry("server-error-after-effect", Fault.serverError().afterEffect()),
              Map.entry("unavailable", Fault.unavailable()),
              Map.entry("reply-lost-after-effect", Fault.replyLostAfterEffect()),
              Map.entry("reply-lost-before-effect", Fault.replyLostBeforeEffect()),
              Map.entry("truncated-body", Fault.truncatedBody()),
              Map.entry("malformed-body", Fault.malformedBody()),
              Map.entry("html-page", Fault.htmlPage(502)),
              Map.entry("settles-as-failed", Fault.settlesAsFailed("Failed as told")),
              Map.entry("stuck-in-progress", Fault.stuckInProgress())));

  static FaultWish of(String text) {
    int equals = text.indexOf('=');
    Arguments.require(equals > 0, "--fault needs OPERATION=KIND, not '" + text + "'");
    String operation = text.substring(0, equals);
    Set<String> operations = OperationNames.all();
    Arguments.require(
        operations.contains(operation), "no operation '" + operation + "': --help shows all");
    String[] kind = text.substring(equals + 1).split(":", 2);
    Fault fault = KINDS.get(kind[0]);
    if (fault == null) {
      throw new IllegalArgumentException(
          "no fault '" + kind[0] + "': expected one of " + String.join(", ", kinds()));
    }
    double probability = kind.length == 1 ? 1 : SimulatorOption.number("PROBABILITY", kind[1]);
    Arguments.require(
        probability >= 0 && probability <= 1,
        "expected a PROBABILITY of 0 to 1, not " + probability);
    return new FaultWish(operation, fault, probability);
  }

  static Set<String> kinds() {
    return KINDS.keySet();
  }

  void tell(Faults faults, long seed) {
    faults.sometimes(operation, probability, seed, fault);
  }

  @Override
  public String toString() {
    return operation + ": " + fault + (probability == 1 ? "" : " with probability " + probability);
  }
}
