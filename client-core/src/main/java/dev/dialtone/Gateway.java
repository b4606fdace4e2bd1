package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.Engine;
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
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Page;
import java.time.Duration;
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

  Gateway(Engine engine, X port, String region, Optional<String> account) {
    this.engine = engine;
    this.account = account;
    // Where nobody tells the account, all who share a gate share its budget: too little, never
    // over.
    this.scope = new Scope<>(port, account.orElse("unknown"), region);
  }

  /** The rules of one operation, as this client is placed. */
  Rules rules(ApiOperation api) {
    return new Rules(api, new Place(scope.region(), account));
  }

  <P, S, R> Operation<R> start(
      OperationSpec<X, P, S, R> spec,
      P parameters,
      Optional<Arn> named,
      Optional<Duration> deadline) {
    Terms terms = new Terms(deadline, account.or(() -> named.map(Arn::account)));
    return Running.operation(engine.start(spec, scope, parameters, terms));
  }

  /** An operation for each of these, by the number that each is about. */
  <P, S, R> Batch<R> startTogether(
      OperationSpec<X, P, S, R> spec,
      List<P> all,
      Function<P, E164> number,
      Optional<Duration> deadline) {
    var started = engine.startTogether(spec, scope, all, new Terms(deadline, account));
    Map<E164, Operation<R>> operations = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      operations.put(number.apply(all.get(i)), Running.operation(started.get(i)));
    }
    return new RunningBatch<>(engine::nanoTime, operations);
  }

  /** A change of the number with that id; its start checks these rules besides the id's. */
  <P, T> ChangeRequest<T> change(
      OperationSpec<X, P, ?, T> spec, P parameters, PhoneNumberId id, UnaryOperator<Rules> rules) {
    requireNonNull(id, "id");
    return ChangeRequest.startedBy(
        deadline -> {
          rules.apply(rules(spec.api()).number(id)).check();
          return start(spec, parameters, id.arn(), deadline);
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
