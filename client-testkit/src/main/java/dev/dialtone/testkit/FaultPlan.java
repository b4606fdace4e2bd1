package dev.dialtone.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Which fault each request of one operation meets: first those that queue, then what a script says,
 * then chance, then the lasting one. Not thread-safe; {@link Faults} guards it.
 */
final class FaultPlan {
  private final Deque<Fault> queue = new ArrayDeque<>();
  private final List<Chance> chances = new ArrayList<>();
  private Optional<IntFunction<Fault>> script = Optional.empty();
  private Optional<Fault> lasting = Optional.empty();
  private int scripted;

  private record Chance(double probability, Random random, Fault fault) {
    /** Draws for every request, hit or not: the same seed gives the same story. */
    boolean hits() {
      return random.nextDouble() < probability;
    }
  }

  void queue(Fault fault) {
    queue.add(fault);
  }

  void follow(IntFunction<Fault> faultOfRequest) {
    script = Optional.of(faultOfRequest);
    scripted = 0;
  }

  void chance(double probability, long seed, Fault fault) {
    chances.add(new Chance(probability, new Random(seed), fault));
  }

  void last(Fault fault) {
    lasting = Optional.of(fault);
  }

  Fault take() {
    Fault queued = queue.poll();
    if (queued != null) {
      return queued;
    }
    return script
        .map(faultOfRequest -> faultOfRequest.apply(++scripted))
        .filter(fault -> fault != Fault.none())
        .or(this::drawn)
        .or(() -> lasting)
        .orElse(Fault.none());
  }

  private Optional<Fault> drawn() {
    Optional<Fault> hit = Optional.empty();
    for (Chance chance : chances) {
      if (chance.hits() && hit.isEmpty()) {
        hit = Optional.of(chance.fault());
      }
    }
    return hit;
  }
}
