package dev.dialtone.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The simulators of one test class: one for tests that run one after another, and one more for each
 * test that runs beside others. This class is thread-safe.
 */
final class SimulatorStands implements AutoCloseable {
  private final Supplier<PhoneNumberSimulator> starting;
  private final String owner;
  private final SimulatorStand first;
  private final List<SimulatorStand> all = new ArrayList<>();
  private final Deque<SimulatorStand> used = new ArrayDeque<>();
  private boolean firstIsFresh = true;

  /**
   * @param owner the unique id of the context whose end is theirs
   */
  SimulatorStands(Supplier<PhoneNumberSimulator> starting, String owner) {
    this.starting = starting;
    this.owner = owner;
    this.first = new SimulatorStand(starting.get());
    all.add(first);
  }

  String owner() {
    return owner;
  }

  /** The one that what runs once for the class works on. */
  SimulatorStand first() {
    return first;
  }

  /** One that nobody else has, its world as it was built. */
  SimulatorStand borrow() {
    SimulatorStand borrowed;
    synchronized (this) {
      if (firstIsFresh) {
        firstIsFresh = false;
        // What the test class itself has set up, before its first test, belongs to the world.
        first.simulator().markAsBuilt();
        // What its requests did does not: the second test would not find that either.
        return reset(first);
      }
      borrowed = used.poll();
    }
    return borrowed == null ? another() : reset(borrowed);
  }

  synchronized void giveBack(SimulatorStand stand) {
    used.push(stand);
  }

  @Override
  public synchronized void close() {
    all.forEach(SimulatorStand::close);
  }

  private SimulatorStand another() {
    var more = new SimulatorStand(starting.get());
    more.simulator().markAsBuilt();
    synchronized (this) {
      all.add(more);
    }
    return more;
  }

  private static SimulatorStand reset(SimulatorStand stand) {
    stand.simulator().reset();
    return stand;
  }
}
