package dev.dialtone.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out.
 *
 * @param toll what the kills hit
 * @param requests what the stand-in was asked, all in all
 * @param resumed how many operations a later process went on with, counted at each restart
 * @param effects what was done once or more often, of what was wished for
 * @param duplicates what was done more often than once
 * @param missing what was not done, or is not there
 * @param unknown what ended in an unknown outcome
 * @param toldWrong what was told its caller otherwise than it is
 * @param rows what the journal knows
 * @param open what has not ended there
 * @param wrongs the stories of all that is wrong; empty if nothing is
 */
record KillFigures(
    KillPlan plan,
    Toll toll,
    int requests,
    int resumed,
    int effects,
    int duplicates,
    int missing,
    int unknown,
    int toldWrong,
    int rows,
    int open,
    double seconds,
    List<String> wrongs) {
  /**
   * What the kills hit.
   *
   * @param kills how many
   * @param cutOff how many operations were open at them, together
   */
  record Toll(int kills, int cutOff) {}

  Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    table.put("journal", plan.journal().toString());
    table.put("processes at once", "" + plan.processes());
    table.put("operations", "" + plan.operations());
    table.put("kills (SIGKILL)", "" + toll.kills());
    table.put("operations open at them", "" + toll.cutOff());
    table.put("gone on with after a restart", "" + resumed);
    table.put("requests", "" + requests);
    table.put("effects", "" + effects);
    table.put("duplicates", "" + duplicates);
    table.put("missing", "" + missing);
    table.put("unknown", "" + unknown);
    table.put("told otherwise than it is", "" + toldWrong);
    table.put("rows of the journal", "" + rows);
    table.put("rows open", "" + open);
    table.put("seconds", "%.0f".formatted(seconds));
    return table;
  }
}
