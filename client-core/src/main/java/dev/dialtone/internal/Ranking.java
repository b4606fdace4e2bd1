package dev.dialtone.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Those that wait, of whom the first can be had at any time: a binary heap. Each knows its place in
 * it, so that it can leave from anywhere, and takes four bytes there, where a tree would take
 * forty. Coming and going costs O(log n).
 *
 * <p>Not thread-safe.
 */
final class Ranking<T extends Ranking.Ranked> {
  private static final int NONE = -1;

  /** What can have a place in one ranking at a time. */
  abstract static class Ranked {
    int place = NONE;

    /** Whether it waits. */
    final boolean hasPlace() {
      return place != NONE;
    }
  }

  private final Comparator<? super T> order;
  private final List<T> places = new ArrayList<>();

  Ranking(Comparator<? super T> order) {
    this.order = order;
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** All of them, in no order. */
  Stream<T> stream() {
    return places.stream();
  }

  /** The first, which stays where it is; there must be one. */
  T first() {
    return places.get(0);
  }

  void add(T one) {
    if (one.place != NONE) {
      throw new IllegalStateException("it has a place already");
    }
    places.add(one);
    rise(one, places.size() - 1);
  }

  /** Whether it was there. */
  boolean remove(T one) {
    int place = one.place;
    if (place == NONE || place >= places.size() || places.get(place) != one) {
      return false;
    }
    one.place = NONE;
    T last = places.remove(places.size() - 1);
    if (last != one) {
      sink(last, place);
      rise(last, last.place);
    }
    return true;
  }

  /** Puts it there or, past those that come after it, nearer to the first place. */
  private void rise(T one, int from) {
    int place = from;
    while (place > 0) {
      int above = (place - 1) / 2;
      if (order.compare(one, places.get(above)) >= 0) {
        break;
      }
      put(places.get(above), place);
      place = above;
    }
    put(one, place);
  }

  /** Puts it there or, past those that come before it, farther from the first place. */
  private void sink(T one, int from) {
    int place = from;
    for (int below = 2 * place + 1; below < places.size(); below = 2 * place + 1) {
      if (below + 1 < places.size()
          && order.compare(places.get(below + 1), places.get(below)) < 0) {
        below++;
      }
      if (order.compare(one, places.get(below)) <= 0) {
        break;
      }
      put(places.get(below), place);
      place = below;
    }
    put(one, place);
  }

  private void put(T one, int place) {
    places.set(place, one);
    one.place = place;
  }
}
