package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Masked;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all operations share: one serial executor in which every event of every operation happens,
 * the clock, the budget, the journal, the look-outs. It knows no operation by name.
 *
 * <p>The public methods are thread-safe and, but for {@link #close()}, never block.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

  /**
   * What an engine is made of.
   *
   * @param timer time
   * @param gate the budget
   * @param journal the memory
   * @param callbacks where callers' code runs
   * @param attempts how often a call is sent at most
   * @param callTimeout how long one attempt may take
   */
  public record Parts(
      Timer timer,
      QuotaGate gate,
      OperationJournal journal,
      Executor callbacks,
      int attempts,
      Duration callTimeout) {}

  private final Parts parts;
  private final String owner = UUID.randomUUID().toString();
  private final RetryPolicy retries;
  private final SerialExecutor serial = SerialExecutor.whereTheyArrive(this::elsewhere);
  private final Map<QuotaGate.Key, LookOut> lookOuts = new HashMap<>();
  private final Map<QuotaGate.Key, Survey<?>> surveys = new HashMap<>();
  private final Set<Task<?>> open = ConcurrentHashMap.newKeySet();
  private final Set<Task<?>> unrecorded = new HashSet<>();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private volatile boolean closed;

  /** An engine of these parts; it closes none of them. */
  public Engine(Parts parts) {
    this.parts = parts;
    this.retries = new RetryPolicy(parts.attempts(), RandomGenerator.getDefault());
  }

  /** The time by its timer. */
  public long nanoTime() {
    return timer().nanoTime();
  }

  /** Starts a read. */
  public <X, P, T> Task<T> read(ReadSpec<X, P, T> spec, Scope<X> scope, P parameters) {
    return begin(new ReadTask<>(this, spec, scope, parameters));
  }

  /** Starts an operation. */
  public <X, P, S, R> Execution<S, R> start(
      OperationSpec<X, P, S, R> spec, Scope<X> scope, P parameters, Terms terms) {
    return begin(new Execution<>(this, new BoundOperation<>(spec, scope, parameters, null), terms));
  }

  /** Starts one operation for each of these, which share calls where they can. */
  public <X, P, S, R> List<Execution<S, R>> startTogether(
      OperationSpec<X, P, S, R> spec, Scope<X> scope, List<P> all, Terms terms) {
    var line =
        new BatchLine<>(
            this,
            scope.key(spec.api()),
            requireNonNull(spec.batching(), "not sent in batches"),
            scope.port(),
            all.size());
    List<Execution<S, R>> together =
        all.stream()
            .map(each -> new BoundOperation<>(spec, scope, each, line))
            .map(operation -> new Execution<>(this, operation, terms))
            .toList();
    begin(together);
    return together;
  }

  <T extends Task<?>> T begin(T task) {
    begin(List.of(task));
    return task;
  }

  /** All begin in one event, so that what they ask for first is known before any of it is sent. */
  private void begin(List<? extends Task<?>> tasks) {
    if (closed) {
      throw new IllegalStateException("this PhoneNumbers is closed");
    }
    open.addAll(tasks);
    inside(() -> tasks.forEach(task -> guarded(task, () -> beginUnlessClosed(task)).run())).run();
  }

  private void beginUnlessClosed(Task<?> task) {
    if (closed) {
      task.stop(Reason.CANCELLED);
    } else {
      task.begin();
    }
  }

  /**
   * Ends the waiting and looking of everything under way, then waits, at most as long as one call
   * may take, until the answers to what is on the wire are recorded.
   */
  @Override
  public void close() {
    closed = true;
    inside(
            () -> {
              List.copyOf(open).forEach(task -> task.stop(Reason.CANCELLED));
              noteIdle();
            })
        .run();
    try {
      idle.get(parts.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unanswered) {
      LOG.debug("closed while a call was unanswered");
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  /** Records a step; a journal that throws fails the stage instead. */
  CompletionStage<Void> record(Ticket ticket, OperationJournal.Step step, String detail) {
    var entry =
        new OperationJournal.Entry(ticket, step, timer().now(), Masked.inText(detail), owner);
    CompletionStage<Void> recorded;
    try {
      recorded = requireNonNull(parts.journal().append(entry), "no stage");
    } catch (RuntimeException | Error broken) {
      recorded = CompletableFuture.failedFuture(broken);
    }
    return recorded.whenComplete(
        (done, failure) -> {
          if (failure != null && step != OperationJournal.Step.INTENT) {
            LOG.atWarn()
                .addKeyValue("id", ticket.id())
                .addKeyValue("step", step)
                .setCause(Masked.inThrowable(failure))
                .log("the journal could not record a step; the operation goes on");
          }
        });
  }

  /** The task has ended for its caller, but an answer to it is still to be recorded. */
  void owesRecord(Task<?> task) {
    unrecorded.add(task);
  }

  /** The answer is recorded. */
  void recorded(Task<?> task) {
    unrecorded.remove(task);
    noteIdle();
  }

  private void noteIdle() {
    if (closed && unrecorded.isEmpty()) {
      idle.complete(null);
    }
  }

  void ended(Task<?> task) {
    open.remove(task);
  }

  Timer timer() {
    return parts.timer();
  }

  QuotaGate gate() {
    return parts.gate();
  }

  RetryPolicy retries() {
    return retries;
  }

  int maxAttempts() {
    return parts.attempts();
  }

  Duration timeout(Duration left) {
    return left.compareTo(parts.callTimeout()) < 0 ? left : parts.callTimeout();
  }

  LookOut lookOut(QuotaGate.Key key) {
    return lookOuts.computeIfAbsent(key, of -> new LookOut(this, of));
  }

  /** The walk through the pages that show many of the numbers that this operation looks at. */
  @SuppressWarnings("unchecked") // What is looked at with one key is of one kind.
  <S> Survey<S> survey(BoundOperation<?, ?, S, ?> operation) {
    return (Survey<S>)
        surveys.computeIfAbsent(operation.lookKey(), of -> operation.newSurvey(this));
  }

  /** A closed timer runs nothing, but then there is little left to do. */
  private void elsewhere(Runnable rest) {
    if (closed) {
      rest.run();
    } else {
      timer().after(Duration.ZERO, rest);
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** The event, to be run by anybody, which then happens inside. */
  Runnable inside(Runnable event) {
    return () -> serial.execute(event);
  }

  /** The event of a task, to be run by anybody, which then happens inside. */
  Runnable inside(Task<?> task, Runnable event) {
    return inside(guarded(task, event));
  }

  /** The event of a task, which ends the task if it breaks: none may be left for ever. */
  Runnable guarded(Task<?> task, Runnable event) {
    return () -> {
      try {
        event.run();
      } catch (RuntimeException | Error failure) {
        task.broken(failure);
      }
    };
  }

  /** Runs code of the caller, never on a thread of the engine. */
  void callback(Runnable code) {
    try {
      parts.callbacks().execute(code);
    } catch (RuntimeException shutDown) {
      // The caller's executor is gone; their futures must end all the same.
      ForkJoinPool.commonPool().execute(code);
    }
  }

  /** A service may ask for any time; a line is held for a minute at most, then asks again. */
  void noteThrottling(QuotaGate.Key key, PortException failure) {
    if (failure.kind() == PortException.Kind.THROTTLED) {
      parts
          .gate()
          .throttled(
              key,
              failure.retryAfter().map(asked -> Collections.min(List.of(asked, LONGEST_HOLD))));
    }
  }
}
