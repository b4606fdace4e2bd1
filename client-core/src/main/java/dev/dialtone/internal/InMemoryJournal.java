package dev.dialtone.internal;

import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The default journal: remembers how far each operation is until it has ended, and forgets
 * everything with the process. Nobody can ask the default for a story, so it keeps none: there may
 * be very many operations. This class is thread-safe.
 */
public final class InMemoryJournal implements OperationJournal {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final Map<String, Memory> open = new HashMap<>();

  /** When each owner last renewed everything that it then had. */
  private final Map<String, Long> renewed = new HashMap<>();

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
              open.put(entry.ticket().id(), new Memory(entry));
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
    return done(() -> Optional.ofNullable(open.get(id)).map(memory -> taken(memory, owner, now)));
  }

  @Override
  public CompletionStage<List<Recorded>> takeOpen(
      Predicate<Ticket> which, String owner, Instant now) {
    return done(
        () ->
            open.values().stream()
                .filter(memory -> which.test(memory.ticket))
                .sorted(Comparator.comparing(memory -> memory.ticket.startedAt()))
                .map(memory -> taken(memory, owner, now))
                .toList());
  }

  private Recorded taken(Memory memory, String other, Instant now) {
    if (memory.isOpenTo(other) || now.isAfter(leaseUntil(memory))) {
      memory.owner = other;
      memory.leaseFrom = now.toEpochMilli();
    }
    return new Recorded(
        memory.ticket,
        memory.reached,
        Optional.empty(),
        "",
        Optional.of(memory.owner).filter(its -> !its.isEmpty()),
        leaseUntil(memory));
  }

  private Instant leaseUntil(Memory memory) {
    long from = Math.max(memory.leaseFrom, renewed.getOrDefault(memory.owner, Long.MIN_VALUE));
    return Instant.ofEpochMilli(from).plus(LEASE);
  }

  @Override
  public CompletionStage<Void> renew(String owner, Instant now) {
    return done(
        () -> {
          renewed.put(owner, now.toEpochMilli());
          return null;
        });
  }

  @Override
  public CompletionStage<Void> giveUp(String owner) {
    return done(
        () -> {
          renewed.remove(owner);
          open.values().stream()
              .filter(memory -> memory.owner.equals(owner))
              .forEach(memory -> memory.owner = "");
          return null;
        });
  }

  @Override
  public CompletionStage<List<Entry>> story(String id) {
    return CompletableFuture.failedFuture(
        new UnsupportedOperationException(
            "the default journal keeps no stories; one that outlives the process does"));
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
    private Ticket ticket;
    private Step reached;
    private String owner;
    private long leaseFrom;

    Memory(Entry first) {
      ticket = first.ticket();
      reached = first.step();
      owner = first.owner();
      leaseFrom = first.at().toEpochMilli();
    }

    void add(Entry entry) {
      ticket = entry.ticket();
      if (entry.step() != Step.NOTE) {
        reached = entry.step();
        owner = entry.owner();
        leaseFrom = entry.at().toEpochMilli();
      }
    }

    /** Who gave it up may still write what came later, until another takes it. */
    boolean isOpenTo(String writer) {
      return owner.isEmpty() || owner.equals(writer);
    }
  }
}
