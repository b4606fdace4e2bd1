package dev.dialtone.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.dialtone.benchmarks.Contestant.Describer;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What JMH runs in a process of its own; {@link OneCall} is the program. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class OneCallBenchmark {
  /** So many calls are kept under way by {@link #many}. */
  static final int MANY = 64;

  private static final int WARM_UP = 100_000;

  /** Where the service is that answers. */
  @Param("")
  public String endpoint = "";

  /** Who asks. */
  @Param({"BARE_SDK", "BUILDER", "READY"})
  public String contestant = "";

  private final Semaphore places = new Semaphore(MANY);
  private final AtomicReference<Throwable> failed = new AtomicReference<>();
  private @Nullable Describer describer;

  /** Connects, and lets the JVM compile: how long that takes depends on what else runs. */
  @Setup
  public void begin() throws InterruptedException {
    describer = Contestant.valueOf(contestant).at(URI.create(endpoint));
    for (int call = 0; call < WARM_UP; call++) {
      many();
    }
    drain();
  }

  /** A call and its answer, and only then the next. */
  @Benchmark
  public Object one() {
    return requireNonNull(describer).answer();
  }

  /** One more call as soon as one of {@value #MANY} is answered. */
  @Benchmark
  public void many() throws InterruptedException {
    places.acquire();
    CompletionStage<?> answer = requireNonNull(describer).start();
    answer.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            failed.set(failure);
          }
          places.release();
        });
  }

  /** Waits for what is under way. */
  @TearDown(Level.Iteration)
  public void drain() throws InterruptedException {
    places.acquire(MANY);
    places.release(MANY);
    Throwable failure = failed.get();
    if (failure != null) {
      throw new IllegalStateException("a call failed: nothing was measured", failure);
    }
  }

  /** Disconnects. */
  @TearDown
  public void end() {
    requireNonNull(describer).close();
  }
}
