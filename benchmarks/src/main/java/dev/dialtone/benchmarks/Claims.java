package dev.dialtone.benchmarks;

import java.util.List;
import java.util.Map;

/** A way to claim numbers. */
interface Claims {
  String name();

  /** Claims them all; which of them, the caller is told, are claimed now? */
  Map<String, Boolean> claim(ClaimWorld world, List<String> numbers) throws InterruptedException;
}
