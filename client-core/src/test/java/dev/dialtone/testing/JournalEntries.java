package dev.dialtone.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.spi.OperationJournal.Step;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Tickets and entries to write into a journal, and how to wait for it. */
public final class JournalEntries {
  /** The number in every ticket, which nothing may show. */
  public static final String NUMBER = "+12065550100";

  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private JournalEntries() {}

  /** The ticket of operation {@code n}, started {@code n} seconds after the first. */
  public static Ticket ticket(int n) {
    return new Ticket(
        "connect",
        "ClaimPhoneNumber",
        "0a1b2c3d-0000-4000-8000-%012x".formatted(n),
        "us-west-2",
        Optional.of("111122223333"),
        START.plusSeconds(n),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(Map.of("number", NUMBER)),
        Optional.empty());
  }

  /** The ticket of operation {@code n}, once the service has named the number. */
  public static Ticket accepted(int n) {
    return ticket(n).accepted(PhoneNumberId.of("number-" + n));
  }

  /** What this owner writes of it. */
  public static Entry entry(Ticket ticket, Step step, Instant at, String owner) {
    return new Entry(ticket, step, at, "saw *******0100", owner);
  }

  /** What the journal says, at most ten seconds from now. */
  public static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(10, SECONDS);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure);
    } catch (InterruptedException | TimeoutException failure) {
      throw new AssertionError("no answer from the journal", failure);
    }
  }
}
