package dev.dialtone.benchmarks;

import dev.dialtone.spi.QuotaGate;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A gate for each API operation. */
record GatePerOperation(Function<QuotaGate.Key, QuotaGate> gates) implements QuotaGate {
  @Override
  public Reservation reserve(Key key, Priority priority, Runnable granted) {
    return gates.apply(key).reserve(key, priority, granted);
  }

  @Override
  public void throttled(Key key, Optional<Duration> retryAfter) {
    gates.apply(key).throttled(key, retryAfter);
  }

  @Override
  public Optional<Budget> budget(Key key) {
    return gates.apply(key).budget(key);
  }
}
