package dev.dialtone.testing;

import dev.dialtone.internal.InMemoryJournal;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Remembers every entry, and answers as it is told to. This class is thread-safe. */
public final class RecordingJournal implements OperationJournal {
  private final OperationJournal memory = new InMemoryJournal();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Step, Supplier<CompletionStage<Void>>> answers = new EnumMap<>(Step.class);

  /** Answers so when this step is written. */
  public synchronized void on(Step step, Supplier<CompletionStage<Void>> answer) {
    answers.put(step, answer);
  }

  @Override
  public CompletionStage<Void> append(Entry entry) {
    Supplier<CompletionStage<Void>> answer;
    synchronized (this) {
      entries.add(entry);
      answer = answers.get(entry.step());
    }
    return answer == null ? memory.append(entry) : answer.get();
  }

  @Override
  public Duration lease() {
    return memory.lease();
  }

  @Override
  public CompletionStage<Optional<Recorded>> take(String id, String owner, Instant now) {
    return memory.take(id, owner, now);
  }

  @Override
  public CompletionStage<List<Recorded>> takeOpen(
      Predicate<Ticket> which, String owner, Instant now) {
    return memory.takeOpen(which, owner, now);
  }

  @Override
  public CompletionStage<Void> renew(String owner, Instant now) {
    return memory.renew(owner, now);
  }

  @Override
  public CompletionStage<Void> giveUp(String owner) {
    return memory.giveUp(owner);
  }

  @Override
  public CompletionStage<List<Entry>> story(String id) {
    return CompletableFuture.completedFuture(
        entries().stream().filter(entry -> entry.ticket().id().equals(id)).toList());
  }

  /** Every entry, in order. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Every step that says how far an operation is, but for its sending, in order. */
  public List<Step> steps() {
    return entries().stream()
        .map(Entry::step)
        .filter(step -> step != Step.NOTE && step != Step.SENDING)
        .toList();
  }
}
