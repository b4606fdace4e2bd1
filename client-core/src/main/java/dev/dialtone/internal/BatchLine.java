package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.QuotaGate.Reservation;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls of operations that were started together, sent as few: who is ready when a permit is
 * there goes with the next one. It is asked for once as many wait as one call takes, or all that
 * were started, or nobody has come for a while. Each call keeps its own answer, repeats and
 * deadline.
 *
 * <p>Confined to the engine.
 */
final class BatchLine<X, P> implements Line {
  /** So that those who are read one by one, two a second, share a call. */
  private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Well below the time for which a repeat may rely on what was read before it. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Engine engine;
  private final QuotaGate.Key key;
  private final Batching<X, P> batching;
  private final X port;
  private final int size;
  private final Set<Place> waiting = new LinkedHashSet<>();
  private @Nullable Timeout leaving;
  private boolean asked;
  private @Nullable Reservation permit;
  private @Nullable PortException brokenGate;
  private @Nullable Envelope open;
  private int undecided;

  BatchLine(Engine engine, QuotaGate.Key key, Batching<X, P> batching, X port, int size) {
    this.engine = engine;
    this.key = key;
    this.batching = batching;
    this.port = port;
    this.size = size;
  }

  /** How many operations were started together. */
  int size() {
    return size;
  }

  @Override
  public Reservation reserve(QuotaGate.Priority priority, Runnable granted) {
    var place = new Place(priority, granted, engine.nanoTime());
    waiting.add(place);
    askSoon();
    return () -> engine.inside(() -> leave(place)).run();
  }

  /** Puts it into the call that is about to be sent; its turn has come. */
  CompletionStage<Accepted> send(P parameters, Call call) {
    CompletionStage<Accepted> answer = requireNonNull(open, "not its turn").add(parameters, call);
    engine.inside(this::oneLess).run();
    return answer;
  }

  /** Before its turn it leaves the line, in its turn it leaves the call. */
  private void leave(Place place) {
    if (!waiting.remove(place) && place.turn == open && open != null && !place.left) {
      oneLess();
    }
    place.left = true;
  }

  /** The call leaves once all whose turn it is are in it or have left. */
  private void oneLess() {
    undecided--;
    if (undecided == 0) {
      seal();
    }
  }

  /** Each who comes makes it wait for another, but nobody waits too long. */
  private void askSoon() {
    if (asked || waiting.isEmpty()) {
      return;
    }
    if (leaving != null) {
      leaving.cancel();
    }
    long waited = engine.nanoTime() - first().since;
    boolean full = waiting.size() >= Math.min(size, batching.most());
    long left = full ? 0 : Math.min(LINGER_NANOS, Math.max(0, LONGEST_NANOS - waited));
    leaving = engine.timer().after(Duration.ofNanos(left), engine.inside(this::ask));
  }

  private void ask() {
    if (asked || waiting.isEmpty()) {
      return;
    }
    asked = true;
    brokenGate = null;
    try {
      permit =
          requireNonNull(
              engine.gate().reserve(key, first().priority, engine.inside(this::granted)),
              "no reservation");
    } catch (RuntimeException | Error broken) {
      brokenGate =
          PortException.of(Kind.UNEXPECTED, Reached.NO, "the quota gate is broken: " + broken)
              .cause(broken)
              .build();
      permit = () -> {};
      granted(); // They have nobody else to fail them.
    }
  }

  private Place first() {
    return waiting.iterator().next();
  }

  private void granted() {
    if (permit == null || open != null) {
      return; // Granted twice, or granted and broken.
    }
    List<Place> turn = new ArrayList<>(batching.most());
    while (turn.size() < batching.most() && !waiting.isEmpty()) {
      Place next = first();
      waiting.remove(next);
      turn.add(next);
    }
    open = new Envelope();
    undecided = turn.size() + 1; // One for this, so that it is not sealed before all are asked.
    for (Place place : turn) {
      place.turn = open;
      place.granted.run();
    }
    oneLess();
  }

  private void seal() {
    Envelope full = requireNonNull(open);
    Reservation used = requireNonNull(permit);
    open = null;
    permit = null;
    asked = false;
    try {
      if (full.answers.isEmpty()) {
        used.giveBack();
      } else {
        full.send(used);
      }
    } finally {
      askSoon();
    }
  }

  private final class Place {
    private final QuotaGate.Priority priority;
    private final Runnable granted;
    private final long since;
    private @Nullable Envelope turn;
    private boolean left;

    Place(QuotaGate.Priority priority, Runnable granted, long since) {
      this.priority = priority;
      this.granted = granted;
      this.since = since;
    }
  }

  /** One call, with the answers that its parts wait for. */
  private final class Envelope {
    private final Map<P, CompletableFuture<Accepted>> answers = new LinkedHashMap<>();
    private @Nullable Call call;

    CompletionStage<Accepted> add(P parameters, Call part) {
      call =
          call == null
              ? part
              : new Call(call.token(), Collections.max(List.of(call.timeout(), part.timeout())));
      return answers.computeIfAbsent(parameters, of -> new CompletableFuture<>());
    }

    void send(Reservation used) {
      Runnable left = engine.inside(used::left);
      Call whole = requireNonNull(call).leaving(left);
      CompletionStage<Map<P, PortException>> answer;
      try {
        answer =
            brokenGate == null
                ? requireNonNull(
                    batching.calls().send(port, List.copyOf(answers.keySet()), whole), "no stage")
                : CompletableFuture.failedFuture(brokenGate);
      } catch (RuntimeException | Error broken) {
        answer = CompletableFuture.failedFuture(broken);
      }
      answer.whenComplete(
          (refused, failure) -> {
            left.run();
            engine.inside(() -> noteThrottling(refused, failure)).run();
            answers.forEach(
                (each, its) -> {
                  @Nullable Throwable why = failure == null ? refused.get(each) : failure;
                  if (why == null) {
                    its.complete(Accepted.WITHOUT_ID);
                  } else {
                    its.completeExceptionally(why);
                  }
                });
            engine.inside(used::ended).run();
          });
    }

    /** Once, however many parts it refuses: it was one request. */
    private void noteThrottling(
        @Nullable Map<P, PortException> refused, @Nullable Throwable failure) {
      Collection<PortException> all =
          failure != null
              ? List.of(Wire.portException(failure))
              : requireNonNull(refused, "no answer").values();
      all.stream()
          .filter(each -> each.kind() == Kind.THROTTLED)
          .findFirst()
          .ifPresent(throttled -> engine.noteThrottling(key, throttled));
    }
  }
}
