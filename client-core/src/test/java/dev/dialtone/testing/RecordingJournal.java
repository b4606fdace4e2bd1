package dev.dialtone.testing;

import dev.dialtone.spi.OperationJournal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Remembers every entry, and answers as it is told to. This class is thread-safe. */
public final class RecordingJournal implements OperationJournal {
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
    return answer == null ? CompletableFuture.completedFuture(null) : answer.get();
  }

  /** Every entry, in order. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Every step, in order. */
  public List<Step> steps() {
    return entries().stream().map(Entry::step).toList();
  }
}
