package dev.dialtone.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes every request through the same order: throttle, scripted fault, operation; and into the
 * ledger.
 */
final class Dispatcher {
  private final List<Route> routes;
  private final Dialect dialect;
  private final Surroundings surroundings;

  Dispatcher(List<Route> routes, Dialect dialect, Surroundings surroundings) {
    this.routes = List.copyOf(routes);
    this.dialect = dialect;
    this.surroundings = surroundings;
  }

  Reply dispatch(Call call) {
    Instant at = surroundings.clock().instant();
    for (Route route : routes) {
      Optional<Map<String, String>> fromPath = route.match(call);
      if (fromPath.isPresent()) {
        Reply reply = serve(route, fromPath.get(), call, at);
        surroundings.ledger().add(call.recorded(route.operation(), reply, at));
        return reply.after(surroundings.latency());
      }
    }
    var refusal = AwsError.unknownOperation("no operation at " + call.method() + " " + call.path());
    Reply reply = Reply.of(dialect.refusal(refusal), Disposition.REFUSED);
    surroundings.ledger().add(call.recorded("UnknownOperation", reply, at));
    return reply.after(surroundings.latency());
  }

  private Reply serve(Route route, Map<String, String> fromPath, Call call, Instant at) {
    if (!surroundings.throttle().admits(route.operation(), at)) {
      return Reply.of(dialect.throttled(), Disposition.THROTTLED);
    }
    return surroundings
        .faults()
        .around(
            route.operation(),
            dialect,
            () -> route.serve(fromPath, call, dialect, surroundings.guesses()));
  }
}
