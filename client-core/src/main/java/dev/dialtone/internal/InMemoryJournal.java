package dev.dialtone.internal;

import dev.dialtone.spi.OperationJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The default journal: remembers each operation while it is followed, and forgets everything with
 * the process. This class is thread-safe.
 */
public final class InMemoryJournal implements OperationJournal {
  private final Map<String, List<Entry>> open = new ConcurrentHashMap<>();

  @Override
  public CompletionStage<Void> append(Entry entry) {
    open.compute(
        entry.ticket().id(),
        (id, before) -> {
          boolean late = before == null && entry.step() != Step.INTENT;
          if (late || entry.step().isEnd() || entry.step() == Step.ABANDONED) {
            return null;
          }
          List<Entry> story = before == null ? new ArrayList<>(2) : new ArrayList<>(before);
          story.add(entry);
          return List.copyOf(story);
        });
    return CompletableFuture.completedFuture(null);
  }

  /** The entries of every operation that has not ended, oldest first. */
  public List<List<Entry>> open() {
    return List.copyOf(open.values());
  }
}
