package dev.dialtone.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came out of a run of claims.
 *
 * @param name the way
 * @param calls requests of ClaimPhoneNumber
 * @param lost those whose reply was lost
 * @param requests all requests
 * @param claimed numbers that the instance has in the end
 * @param duplicates numbers that were claimed more than once
 * @param reportedFailed numbers that are claimed, but reported as failed
 * @param reportedClaimed numbers that are not claimed, but reported as claimed
 */
record ClaimFigures(
    String name,
    ClaimPlan plan,
    int calls,
    int lost,
    int requests,
    int claimed,
    int duplicates,
    int reportedFailed,
    int reportedClaimed,
    double seconds) {
  /** Each number claimed once, and reported so. */
  boolean isRight() {
    return claimed == plan.claims()
        && duplicates == 0
        && reportedFailed == 0
        && reportedClaimed == 0;
  }

  Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    table.put("", name);
    table.put("claims wanted", "" + plan.claims());
    table.put("ClaimPhoneNumber requests", "" + calls);
    table.put("replies lost after the effect", "" + lost);
    table.put("requests of all kinds", "" + requests);
    table.put("numbers claimed in the end", "" + claimed);
    table.put("claimed more than once", "" + duplicates);
    table.put("claimed, but reported as failed", "" + reportedFailed);
    table.put("not claimed, but reported as claimed", "" + reportedClaimed);
    table.put("seconds", "%.0f".formatted(seconds));
    return table;
  }
}
