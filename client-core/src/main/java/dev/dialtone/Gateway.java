package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.error.Violation;
import dev.dialtone.internal.Engine;
import dev.dialtone.internal.Execution;
import dev.dialtone.internal.OperationSpec;
import dev.dialtone.internal.PageWalk;
import dev.dialtone.internal.Place;
import dev.dialtone.internal.ReadSpec;
import dev.dialtone.internal.Rules;
import dev.dialtone.internal.Scope;
import dev.dialtone.internal.Terms;
import dev.dialtone.model.Arn;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The engine and the port of a service together: what the requests start themselves with.
 *
 * @param <X> the port
 */
final class Gateway<X> {
  private final Engine engine;
  private final Scope<X> scope;
  private final Optional<String> account;
  private final Place place;

  Gateway(Engine engine, X port, String namespace, String region, Optional<String> account) {
    this.engine = engine;
    this.account = account;
    this.place = new Place(region, account);
    // Where nobody tells the account, all who share a gate share its budget: too little, never
    // over.
    this.scope = new Scope<>(port, namespace, account.orElse("unknown"), region);
  }

  /** The rules of one operation, as this client is placed. */
  Rules rules(ApiOperation api) {
    return new Rules(api, place);
  }

  <P, S, R> Operation<R> start(
      OperationSpec<X, P, S, R> spec, P parameters, Optional<Arn> named, Choices choices) {
    Terms terms = terms(choices, account.or(() -> named.map(Arn::account).map(String::intern)));
    return Running.operation(engine.start(spec, scope, parameters, terms));
  }

  /** An operation for each of these, by the number that each is about. */
  <P, S, R> Batch<R> startTogether(
      OperationSpec<X, P, S, R> spec, List<P> all, Function<P, E164> number, Choices choices) {
    var started =
        engine.startTogether(
            spec, scope, all, each -> terms(choices.of(number.apply(each).value()), account));
    Map<E164, Operation<R>> operations = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      operations.put(number.apply(all.get(i)), Running.operation(started.get(i)));
    }
    return new RunningBatch<>(engine::nanoTime, operations);
  }

  private static Terms terms(Choices choices, Optional<String> account) {
    return new Terms(choices.deadline(), choices.key(), account);
  }

  String namespace() {
    return scope.namespace();
  }

  /** Why a ticket cannot be gone on with here, if it cannot. */
  List<Violation> objections(Ticket ticket) {
    List<Violation> objections = new ArrayList<>();
    if (!ticket.namespace().equals(scope.namespace())) {
      objections.add(
          new Violation(
              "namespace",
              "the ticket is of "
                  + ticket.namespace()
                  + ", but this client talks to "
                  + scope.namespace()));
    }
    if (!ticket.region().equals(scope.region())) {
      objections.add(
          new Violation(
              "region",
              "the ticket is of "
                  + ticket.region()
                  + ", but this client talks to "
                  + scope.region()));
    }
    if (account.isPresent() && ticket.account().isPresent() && !ticket.account().equals(account)) {
      objections.add(
          new Violation(
              "account",
              "the ticket is of account "
                  + ticket.account().get()
                  + ", but this client's is "
                  + account.get()));
    }
    return objections;
  }

  /** The operation that this ticket is of, if it is one of these. */
  Optional<Execution<?, ?>> resumable(
      List<? extends OperationSpec<X, ?, ?, ?>> specs, Ticket ticket, Optional<Recorded> taken) {
    return specs.stream()
        .filter(spec -> spec.fits(ticket))
        .findFirst()
        .map(spec -> engine.resumable(spec, scope, ticket, taken));
  }

  /** A change of the number with that id; its start checks these rules besides the id's. */
  <P, T> ChangeRequest<T> change(
      OperationSpec<X, P, ?, T> spec, P parameters, PhoneNumberId id, UnaryOperator<Rules> rules) {
    requireNonNull(id, "id");
    return ChangeRequest.startedBy(
        choices -> {
          rules.apply(rules(spec.api()).number(id)).check();
          return start(spec, parameters, id.arn(), choices);
        });
  }

  <P, T> Answer<T> read(ReadSpec<X, P, T> spec, P parameters) {
    return Running.answer(engine.read(spec, scope, parameters));
  }

  <P, T> PageWalk<X, P, T> walk(
      ReadSpec<X, P, Page<T>> spec,
      P first,
      Function<Optional<String>, P> at,
      Predicate<T> wanted) {
    return new PageWalk<>(engine, spec, scope, first, at, wanted);
  }
}
