package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Masked;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
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
   * @param tokenTrust how long a token may be sent again without a read
   */
  public record Parts(
      Timer timer,
      QuotaGate gate,
      OperationJournal journal,
      Executor callbacks,
      int attempts,
      Duration callTimeout,
      Duration tokenTrust) {}

  private final Parts parts;
  private final Leases leases;
  private final RetryPolicy retries;
  private final SerialExecutor serial = SerialExecutor.whereTheyArrive(this::elsewhere);
  private final Map<QuotaGate.Key, LookOut> lookOuts = new HashMap<>();
  private final Map<QuotaGate.Key, Survey<?>> surveys = new HashMap<>();
  private final Map<String, Execution<?, ?>> followed = new ConcurrentHashMap<>();
  private final Deadlines deadlines = new Deadlines(this);

  /** What is under way besides. */
  private final Set<Task<?>> open = ConcurrentHashMap.newKeySet();

  private final Set<Task<?>> unrecorded = new HashSet<>();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private volatile boolean closed;

  /** An engine of these parts; it closes none of them. */
  public Engine(Parts parts) {
    this.parts = parts;
    this.leases = new Leases(this, parts.journal());
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

  /** Starts an operation; with the key of one that is followed here already, gives that. */
  public <X, P, S, R> Execution<S, R> start(
      OperationSpec<X, P, S, R> spec, Scope<X> scope, P parameters, Terms terms) {
    var operation = new BoundOperation<>(spec, scope, parameters, null);
    return followOrBegin(new Execution<>(this, operation, terms));
  }

  /** An operation that goes on from its ticket, not begun yet. */
  public <X, P, S, R> Execution<S, R> resumable(
      OperationSpec<X, P, S, R> spec, Scope<X> scope, Ticket ticket, Optional<Recorded> taken) {
    P parameters = spec.reads().apply(ticket.parameters());
    BatchLine<X, P> line = spec.batching() == null ? null : line(spec, scope, 1);
    return new Execution<>(
        this, new BoundOperation<>(spec, scope, parameters, line), ticket, taken);
  }

  /** Begins it, unless it is followed here already: then gives that. */
  public <S, R> Execution<S, R> followOrBegin(Execution<S, R> execution) {
    Execution<S, R> it = followed(execution);
    if (it == execution) {
      begin(List.of(execution));
    }
    return it;
  }

  /** What is followed already if it is the same, else this; one with another's key ends itself. */
  private <S, R> Execution<S, R> followed(Execution<S, R> execution) {
    Execution<?, ?> before = followed.putIfAbsent(execution.ticket().id(), execution);
    if (before == null) {
      return execution;
    }
    Execution<S, R> same = execution.sameAs(before);
    return same == null ? execution.withKeyOfAnother() : same;
  }

  /**
   * Goes on with everything that is open in the journal and followed by nobody; {@code maker} makes
   * what begins, of those that are ours.
   */
  public Task<List<Execution<?, ?>>> resumeAll(
      Predicate<Ticket> ours, Function<Recorded, Optional<Execution<?, ?>>> maker) {
    return begin(new ResumingAll(this, ours, maker));
  }

  /** Starts one operation for each of these, which share calls where they can. */
  public <X, P, S, R> List<Execution<S, R>> startTogether(
      OperationSpec<X, P, S, R> spec, Scope<X> scope, List<P> all, Function<P, Terms> terms) {
    BatchLine<X, P> line = line(spec, scope, all.size());
    List<Execution<S, R>> together =
        all.stream()
            .map(
                each ->
                    new Execution<>(
                        this, new BoundOperation<>(spec, scope, each, line), terms.apply(each)))
            .toList();
    List<Execution<S, R>> known = together.stream().map(this::followed).toList();
    begin(known.stream().filter(together::contains).toList());
    return known;
  }

  private <X, P> BatchLine<X, P> line(OperationSpec<X, P, ?, ?> spec, Scope<X> scope, int size) {
    return new BatchLine<>(
        this,
        scope.key(spec.api()),
        requireNonNull(spec.batching(), "not sent in batches"),
        scope.port(),
        size);
  }

  /** Begins what is no operation to follow. */
  <T extends Task<?>> T begin(T task) {
    open.add(task);
    begin(List.of(task));
    return task;
  }

  /** All begin in one event, so that what they ask for first is known before any of it is sent. */
  private void begin(List<? extends Task<?>> tasks) {
    if (closed) {
      throw new IllegalStateException("this PhoneNumbers is closed");
    }
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
              List.copyOf(followed.values()).forEach(task -> task.stop(Reason.CANCELLED));
              noteIdle();
            })
        .run();
    try {
      idle.get(parts.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
      leases.giveUp().get(parts.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unanswered) {
      LOG.debug("closed while a call was unanswered");
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is recorded, and for whom. */
  Leases journal() {
    return leases;
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

  /** The operation is followed no more. */
  void endedHere(Execution<?, ?> execution) {
    followed.remove(execution.ticket().id(), execution);
  }

  boolean follows(String id) {
    return followed.containsKey(id);
  }

  boolean followsNothing() {
    return followed.isEmpty();
  }

  Timer timer() {
    return parts.timer();
  }

  QuotaGate gate() {
    return parts.gate();
  }

  /** What the gate believes; empty if it does not know, or tells what cannot be. */
  Optional<QuotaGate.Budget> budget(QuotaGate.Key key) {
    try {
      return gate()
          .budget(key)
          .filter(its -> its.permitsPerSecond() > 0 && Double.isFinite(its.permitsPerSecond()));
    } catch (RuntimeException broken) {
      LOG.debug("the gate could not tell its budget", Masked.inThrowable(broken));
      return Optional.empty(); // It only refines the pace of looks, which must go on.
    }
  }

  Deadlines deadlines() {
    return deadlines;
  }

  RetryPolicy retries() {
    return retries;
  }

  Duration tokenTrust() {
    return parts.tokenTrust();
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
    return () -> serial.execute(guarded(task, event));
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
