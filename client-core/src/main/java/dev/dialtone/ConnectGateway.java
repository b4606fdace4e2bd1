package dev.dialtone;

import dev.dialtone.internal.Engine;
import dev.dialtone.internal.OperationSpec;
import dev.dialtone.internal.PageWalk;
import dev.dialtone.internal.ReadSpec;
import dev.dialtone.internal.Terms;
import dev.dialtone.model.Arn;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Page;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The engine and the Connect port together: what the requests start themselves with. */
final class ConnectGateway {
  private final Engine engine;
  private final Engine.Scope<ConnectPort> scope;
  private final Optional<String> account;

  ConnectGateway(Engine engine, ConnectPort port, Optional<String> account) {
    this.engine = engine;
    this.account = account;
    // Where nobody tells the account, all who share a gate share its budget: too little, never
    // over.
    this.scope = new Engine.Scope<>(port, account.orElse("unknown"), port.region());
  }

  String region() {
    return scope.region();
  }

  <P, S, R> Operation<R> start(
      OperationSpec<ConnectPort, P, S, R> spec,
      P parameters,
      Optional<Arn> named,
      Optional<Duration> deadline) {
    Terms terms = new Terms(deadline, account.or(() -> named.map(Arn::account)));
    return Running.operation(engine.start(spec, scope, parameters, terms));
  }

  <P, T> Answer<T> read(ReadSpec<ConnectPort, P, T> spec, P parameters) {
    return Running.answer(engine.read(spec, scope, parameters));
  }

  <P, T> PageWalk<ConnectPort, P, T> walk(
      ReadSpec<ConnectPort, P, Page<T>> spec, P first, Function<Optional<String>, P> at) {
    return new PageWalk<>(engine, spec, scope, first, at);
  }

  void close() {
    scope.port().close();
  }
}
