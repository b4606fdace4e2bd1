package dev.dialtone.testing;

import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A port in memory that notes what is asked of it, and fails as it is told. Thread-safe. */
abstract class ScriptedPort {
  private final Timer timer;
  private final long started;
  private final Map<String, Deque<Fault>> next = new HashMap<>();
  private final Map<String, Fault> always = new HashMap<>();
  private final List<PortCall> calls = new ArrayList<>();

  ScriptedPort(Timer timer) {
    this.timer = timer;
    this.started = timer.nanoTime();
  }

  /** The next requests of this operation go wrong so, one after the other. */
  public synchronized void next(String operation, Fault... faults) {
    next.computeIfAbsent(operation, of -> new ArrayDeque<>()).addAll(List.of(faults));
  }

  /** Every request of this operation goes wrong so, from when the scripted ones are used up. */
  public synchronized void always(String operation, Fault fault) {
    always.put(operation, fault);
  }

  /** Every request that came, in order. */
  public synchronized List<PortCall> calls() {
    return List.copyOf(calls);
  }

  /** The requests of one operation, in order. */
  public List<PortCall> calls(String operation) {
    return calls().stream().filter(call -> call.operation().equals(operation)).toList();
  }

  /** Forgets the requests that came so far. */
  public synchronized void forgetCalls() {
    calls.clear();
  }

  final <T> CompletionStage<T> answer(
      String operation, String subject, Call call, Supplier<T> effect) {
    call.leaves().run();
    return arrived(operation, subject, call).answer(() -> carriedOut(effect), call, timer);
  }

  private synchronized Fault arrived(String operation, String subject, Call call) {
    calls.add(new PortCall(operation, subject, call, elapsed()));
    Fault scripted = next.getOrDefault(operation, new ArrayDeque<>()).poll();
    return scripted == null ? always.getOrDefault(operation, Fault.none()) : scripted;
  }

  private synchronized <T> CompletionStage<T> carriedOut(Supplier<T> effect) {
    try {
      return CompletableFuture.completedFuture(effect.get());
    } catch (PortException refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
  }

  final Duration elapsed() {
    return Duration.ofNanos(timer.nanoTime() - started);
  }
}
