package dev.dialtone.benchmarks;

import java.io.PrintStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a racer's process has to tell, a line each on its way.
 *
 * @param started when it began to claim
 * @param confirmed when it knew of each number that it is claimed
 * @param givenUp why it does not know of the others
 * @param ownThreads the most that its way of claiming had at a time, those of AWS's client apart
 * @param allThreads the most that its JVM had
 * @param cpuSeconds that its JVM used meanwhile
 */
record Report(
    Instant started,
    Map<String, Instant> confirmed,
    Map<String, String> givenUp,
    int ownThreads,
    int allThreads,
    double cpuSeconds) {
  private static final String TAB = "\t";

  void print(PrintStream out) {
    confirmed.forEach((number, at) -> out.println(String.join(TAB, "confirmed", number, "" + at)));
    givenUp.forEach((number, why) -> out.println(String.join(TAB, "given up", number, why)));
    out.println(
        String.join(TAB, "ran", "" + started, "" + ownThreads, "" + allThreads, "" + cpuSeconds));
  }

  static Report of(List<String> lines) {
    Map<String, Instant> confirmed = new HashMap<>();
    Map<String, String> givenUp = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(TAB, -1);
      switch (words[0]) {
        case "confirmed" -> confirmed.put(words[1], Instant.parse(words[2]));
        case "given up" -> givenUp.put(words[1], words[2]);
        case "ran" -> {
          return new Report(
              Instant.parse(words[1]),
              confirmed,
              givenUp,
              Integer.parseInt(words[2]),
              Integer.parseInt(words[3]),
              Double.parseDouble(words[4]));
        }
        default -> throw new IllegalStateException("a racer said: " + line);
      }
    }
    throw new IllegalStateException("a racer ended without its report");
  }
}
