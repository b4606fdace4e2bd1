package dev.dialtone.benchmarks;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Stage;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What operations in flight hold on the heap beyond what the caller had: numbers, or their ids, and
 * the array of what {@code start()} gave. In real time, with the builder's own timer, journal and
 * executor.
 *
 * @param each bytes each
 * @param byClass of these, by class
 */
record InFlightBytes(double each, Map<String, Double> byClass) {
  /** What they are and wait for. */
  enum State {
    CLAIMS_WITHOUT_PERMIT("bytes each: claims that wait for a permit", Stage.WAITING_FOR_QUOTA),
    CLAIMS_IN_PROGRESS("bytes each: claims that are IN_PROGRESS", Stage.SETTLING),
    MOVES_IN_PROGRESS("bytes each: moves that are IN_PROGRESS", Stage.SETTLING);

    private final String words;
    private final Stage stage;

    State(String words, Stage stage) {
      this.words = words;
      this.stage = stage;
    }

    String words() {
      return words;
    }

    /** The default, which lets five go and then two a second, or more than anybody needs. */
    private Quota quota() {
      return this == CLAIMS_WITHOUT_PERMIT ? Quota.AWS_DEFAULT : Quota.of(1_000_000, 1_000_000);
    }

    private boolean is(Operation<?> operation) {
      return operation.progress().stage() == stage;
    }
  }

  static InFlightBytes of(State state, int count) throws InterruptedException {
    var service = new ForgetfulService(count);
    boolean moves = state == State.MOVES_IN_PROGRESS;
    E164[] wanted = moves ? new E164[0] : service.numbers();
    PhoneNumberId[] owned = moves ? service.ids() : new PhoneNumberId[0];
    Operation<?>[] kept = new Operation<?>[count];
    awaitEndOfLibraryThreads();
    Heap before = Heap.now();
    long weightOfCount = Heap.now().total() - before.total();
    try (PhoneNumbers numbers =
        PhoneNumbers.builder().connect(service).quota(state.quota()).build()) {
      for (int i = 0; i < count; i++) {
        kept[i] =
            moves
                ? numbers.move(owned[i]).to(ForgetfulService.OTHER).start()
                : numbers.claim(wanted[i]).to(ForgetfulService.INSTANCE).start();
      }
      if (state != State.CLAIMS_WITHOUT_PERMIT) {
        service.awaitEveryoneSeen();
      }
      // All of them, but for the few that a small quota has let go.
      while (Arrays.stream(kept).filter(state::is).count() < count * 0.99) {
        Thread.onSpinWait();
      }
      Heap after = Heap.now();
      return new InFlightBytes(
          (double) (after.total() - before.total() - weightOfCount) / count,
          after.eachSince(before, count));
    } finally {
      // Else what the caller has may be collected once nothing here needs it any more.
      Reference.reachabilityFence(List.of(wanted, owned, kept, service));
    }
  }

  /** What was closed before may not be gone yet. */
  private static void awaitEndOfLibraryThreads() throws InterruptedException {
    for (Thread thread : InFlightThreads.ours()) {
      thread.join();
    }
  }

  /** The classes that hold the most. */
  Stream<String> most(int classes) {
    return byClass.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry<String, Double>::getValue).reversed())
        .limit(classes)
        .map(entry -> String.format(Locale.ROOT, "%8.1f  %s", entry.getValue(), entry.getKey()));
  }
}
