package dev.dialtone.internal;

import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The default journal: remembers each operation until it has ended, and forgets everything with the
 * process. This class is thread-safe.
 */
public final class InMemoryJournal implements OperationJournal {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final Map<String, Memory> open = new LinkedHashMap<>();

  @Override
  public Duration lease() {
    return LEASE;
  }

  @Override
  public CompletionStage<Void> append(Entry entry) {
    return done(
        () -> {
          Memory memory = open.get(entry.ticket().id());
          if (memory == null) {
            // What has ended is forgotten, so a late entry tells of nothing that is open.
            if (entry.step() == Step.INTENT || entry.step() == Step.SENDING) {
              open.put(entry.ticket().id(), new Memory(entry, entry.at().plus(LEASE)));
            }
          } else if (entry.step() == Step.INTENT || !memory.isOpenTo(entry.owner())) {
            throw new IllegalStateException(
                entry.step() == Step.INTENT
                    ? "the operation is known already"
                    : "another has taken the operation over");
          } else if (entry.step().isEnd()) {
            open.remove(entry.ticket().id());
          } else {
            memory.add(entry);
          }
          return null;
        });
  }

  @Override
  public CompletionStage<Optional<Recorded>> take(String id, String owner, Instant now) {
    return done(() -> Optional.ofNullable(open.get(id)).map(memory -> memory.takenBy(owner, now)));
  }

  @Override
  public CompletionStage<List<Recorded>> takeOpen(
      Predicate<Ticket> which, String owner, Instant now) {
    return done(
        () ->
            open.values().stream()
                .filter(memory -> which.test(memory.ticket))
                .sorted(Comparator.comparing(memory -> memory.ticket.startedAt()))
                .map(memory -> memory.takenBy(owner, now))
                .toList());
  }

  @Override
  public CompletionStage<Void> renew(String owner, Instant now) {
    return done(
        () -> {
          open.values().stream()
              .filter(memory -> memory.owner.equals(owner))
              .forEach(memory -> memory.leaseUntil = now.plus(LEASE));
          return null;
        });
  }

  @Override
  public CompletionStage<Void> giveUp(String owner) {
    return done(
        () -> {
          open.values().stream()
              .filter(memory -> memory.owner.equals(owner))
              .forEach(memory -> memory.owner = "");
          return null;
        });
  }

  @Override
  public CompletionStage<List<Entry>> story(String id) {
    return done(
        () ->
            Optional.ofNullable(open.get(id))
                .map(memory -> List.copyOf(memory.story))
                .orElse(List.of()));
  }

  private synchronized <T> CompletionStage<T> done(Supplier<T> what) {
    try {
      return CompletableFuture.completedFuture(what.get());
    } catch (IllegalStateException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** An operation that has not ended. */
  private static final class Memory {
    private final List<Entry> story = new ArrayList<>(2);
    private Ticket ticket;
    private Step reached;
    private String owner;
    private Instant leaseUntil;

    Memory(Entry first, Instant leaseUntil) {
      this.ticket = first.ticket();
      this.reached = first.step();
      this.owner = first.owner();
      this.leaseUntil = leaseUntil;
      story.add(first);
    }

    void add(Entry entry) {
      story.add(entry);
      ticket = entry.ticket();
      if (entry.step() != Step.NOTE) {
        reached = entry.step();
        owner = entry.owner();
        leaseUntil = entry.at().plus(LEASE);
      }
    }

    /** Who gave it up may still write what came later, until another takes it. */
    boolean isOpenTo(String writer) {
      return owner.isEmpty() || owner.equals(writer);
    }

    Recorded takenBy(String other, Instant now) {
      if (owner.isEmpty() || owner.equals(other) || now.isAfter(leaseUntil)) {
        owner = other;
        leaseUntil = now.plus(LEASE);
      }
      return recorded();
    }

    Recorded recorded() {
      return new Recorded(
          ticket,
          reached,
          Optional.empty(),
          "",
          Optional.of(owner).filter(its -> !its.isEmpty()),
          leaseUntil);
    }
  }
}
