package dev.dialtone.benchmarks;

import java.util.List;

/** A way to claim many numbers, from the claim until each is seen CLAIMED. */
interface Racer extends AutoCloseable {
  /** Claims them all, and returns when each has been confirmed or given up. */
  void claim(List<String> numbers, Finishes finishes) throws InterruptedException;

  @Override
  void close();
}
