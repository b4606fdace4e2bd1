package dev.dialtone.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the processes have told: which ticket each wish has, and how each ended. It is what the
 * program that lives on remembers. This class is thread-safe.
 */
final class Told {
  private final Map<String, String> tickets = new HashMap<>();
  private final Map<String, String> outcomes = new HashMap<>();
  private final List<String> contradictions = new ArrayList<>();
  private int resumed;

  synchronized void hear(String line) {
    String[] words = line.split(" ", 3);
    switch (words[0]) {
      case "ticket" -> {
        String before = tickets.put(words[1], words[2]);
        if (before != null && !before.equals(words[2])) {
          contradictions.add(words[1] + " had the ticket " + before + ", and then " + words[2]);
        }
      }
      case "resumed" -> resumed += Integer.parseInt(words[1]);
      case "ended" -> end(words[1], words[2]);
      default -> {
        // For the process that hands it on.
      }
    }
  }

  /** Done may be said again, by who was told to go on; nothing else may follow it, nor precede. */
  private void end(String id, String outcome) {
    if (outcome.equals(Worker.ELSEWHERE)) {
      return;
    }
    String before = outcomes.putIfAbsent(id, outcome);
    if (before != null && !before.equals(outcome)) {
      contradictions.add(id + " had ended as " + before + ", and then as " + outcome);
    }
  }

  /** The id of the ticket of this wish. */
  synchronized Optional<String> ticket(Wish wish) {
    return Optional.ofNullable(tickets.get(wish.key()));
  }

  /** How this wish ended; empty if nobody has told. */
  synchronized Optional<String> outcome(Wish wish) {
    return ticket(wish).map(outcomes::get);
  }

  synchronized List<String> contradictions() {
    return List.copyOf(contradictions);
  }

  /** How many operations were gone on with by a later process. */
  synchronized int resumed() {
    return resumed;
  }
}
