package dev.dialtone.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes every request through the same order: throttle, scripted fault, operation; and into the
 * ledger.
 */
final class Dispatcher {
  private final List<Route> routes;
  private final Throttle throttle;
  private final Faults faults;
  private final Ledger ledger;
  private final InstantSource clock;

  Dispatcher(
      List<Route> routes, Throttle throttle, Faults faults, Ledger ledger, InstantSource clock) {
    this.routes = List.copyOf(routes);
    this.throttle = throttle;
    this.faults = faults;
    this.ledger = ledger;
    this.clock = clock;
  }

  Reply dispatch(Call call) {
    Instant at = clock.instant();
    for (Route route : routes) {
      Optional<Map<String, String>> fromPath = route.match(call);
      if (fromPath.isPresent()) {
        Reply reply = serve(route, fromPath.get(), call, at);
        ledger.add(call.recorded(route.operation(), reply, at));
        return reply;
      }
    }
    var refusal = AwsError.unknownOperation("no operation at " + call.method() + " " + call.path());
    Reply reply = Reply.of(refusal.answer(), Disposition.REFUSED);
    ledger.add(call.recorded("UnknownOperation", reply, at));
    return reply;
  }

  private Reply serve(Route route, Map<String, String> fromPath, Call call, Instant at) {
    if (!throttle.admits(route.operation(), at)) {
      return Reply.throttled();
    }
    return faults.around(route.operation(), () -> route.serve(fromPath, call));
  }
}
