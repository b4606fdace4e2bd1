package dev.dialtone.benchmarks;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many claims at once over HTTP, with Dialtone and in the ways that are usual, each with the same
 * settle times. {@code BULK.md} tells how to run and read it.
 *
 * <p>Options: {@code --claims 2000}, {@code --seeds 5}; {@code --only} with entrants, joined by
 * commas: {@code dialtone}, {@code pool-32}, {@code pool-128}, {@code pool-512}, {@code waiter}.
 */
public final class BulkInRealTime {
  private BulkInRealTime() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    var from = new Arguments(arguments);
    int claims = from.number("--claims", 2_000);
    int seeds = from.number("--seeds", 5);
    List<Entrant> entrants = entrants(from.text("--only", ""));
    from.checkKnown();
    Map<Entrant, List<Lap>> laps = new EnumMap<>(Entrant.class);
    Shape shape = Shape.usual(claims + " claims", claims);
    System.out.printf("%s, seeds 1 to %d; %s%n", shape.name(), seeds, Machine.describe());
    for (int seed = 1; seed <= seeds; seed++) {
      System.out.printf(
          "seed %d: no client is faster than %.1f s%n", seed, shape.bound(shape.settleTimes(seed)));
      for (Entrant entrant : entrants) {
        Lap lap = Race.of(shape, seed, entrant);
        System.out.printf("  %-26s %.1f s%n", entrant.title(), lap.seconds());
        laps.computeIfAbsent(entrant, first -> new ArrayList<>()).add(lap);
      }
      Collections.rotate(entrants, 1); // Nobody always comes after the same.
    }
    Tables.print(System.out, laps.values().stream().map(Lap::table).toList());
  }

  private static List<Entrant> entrants(String names) {
    return names.isEmpty()
        ? new ArrayList<>(List.of(Entrant.values()))
        : Arrays.stream(names.split(",", -1))
            .map(name -> Entrant.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
            .collect(toList());
  }
}
