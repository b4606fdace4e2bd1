package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.Violation;
import dev.dialtone.internal.ChimeOperations;
import dev.dialtone.internal.ConnectOperations;
import dev.dialtone.internal.Engine;
import dev.dialtone.internal.Execution;
import dev.dialtone.internal.OperationSpec;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.ChimeVoicePort;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.OperationJournal.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes operations of tickets again, where they are of this client. */
record Resumer(
    Engine engine,
    @Nullable Gateway<ConnectPort> connect,
    @Nullable Gateway<ChimePort> chime,
    @Nullable Gateway<ChimeVoicePort> voice) {
  private static final String CONNECT = "connect";

  /** Goes on with the ticket's operation. */
  <T> Operation<T> resume(Ticket ticket, Class<T> type) {
    List<Violation> objections = new ArrayList<>(objections(ticket));
    Optional<Execution<?, ?>> found = Optional.empty();
    try {
      found = objections.isEmpty() ? resumable(ticket, Optional.empty()) : Optional.empty();
      if (found.isEmpty() && objections.isEmpty()) {
        objections.add(
            new Violation("operation", "this library does not know " + ticket.operation()));
      }
    } catch (IllegalArgumentException damaged) {
      objections.add(new Violation("parameters", String.valueOf(damaged.getMessage())));
    }
    found
        .filter(execution -> !execution.resultType().equals(type))
        .ifPresent(
            execution ->
                objections.add(
                    new Violation(
                        "type",
                        "the result is a "
                            + execution.resultType().getSimpleName()
                            + ", not a "
                            + type.getSimpleName())));
    if (!objections.isEmpty()) {
      throw new InvalidRequestException(
          ErrorDetails.of(
              ticket.operation(),
              "cannot go on with " + ticket + ": " + objections,
              "resume it with a client of its account, Region and service"),
          objections);
    }
    return operation(found.orElseThrow());
  }

  Answer<List<Operation<?>>> resumeAll() {
    return new MappedAnswer<>(
        engine.resumeAll(
            ticket -> objections(ticket).isEmpty(),
            known -> resumable(known.ticket(), Optional.of(known))),
        executions -> executions.stream().<Operation<?>>map(Running::operation).toList());
  }

  @SuppressWarnings("unchecked") // The type was held against the operation's own.
  private <T> Operation<T> operation(Execution<?, ?> execution) {
    return Running.operation(engine.followOrBegin((Execution<?, T>) execution));
  }

  private List<Violation> objections(Ticket ticket) {
    Gateway<?> gateway = ticket.namespace().equals(CONNECT) ? connect : chime;
    return gateway == null
        ? List.of(
            new Violation(
                "namespace",
                "the ticket is of " + ticket.namespace() + ", which this client does not talk to"))
        : gateway.objections(ticket);
  }

  private Optional<Execution<?, ?>> resumable(Ticket ticket, Optional<Recorded> taken) {
    if (ticket.namespace().equals(CONNECT)) {
      return requireNonNull(connect).resumable(ConnectOperations.ALL, ticket, taken);
    }
    Optional<Execution<?, ?>> found =
        requireNonNull(chime).resumable(ChimeOperations.ALL, ticket, taken);
    List<OperationSpec<ChimeVoicePort, ?, ?, ?>> named = List.of(ChimeOperations.UPDATE_NAME);
    return found.isPresent() || voice == null ? found : voice.resumable(named, ticket, taken);
  }
}
