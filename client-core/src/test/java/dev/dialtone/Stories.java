package dev.dialtone;

import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may happen between the start of an operation and its end, in any order. */
final class Stories {
  /** Something that happens. */
  sealed interface Event {}

  private record GoesWrong(String operation, String name, Fault fault) implements Event {
    @Override
    public String toString() {
      return operation + " " + name;
    }
  }

  private record TimePasses(Duration time) implements Event {}

  private record SettlesAsFailed() implements Event {}

  private record ReadsLag(Duration time) implements Event {}

  private record Cancel() implements Event {}

  private Stories() {}

  /** Stories in which these operations of the service go wrong. */
  static Arbitrary<List<Event>> of(String... operations) {
    Arbitrary<Duration> times = times();
    return Arbitraries.frequencyOf(
            Tuple.of(12, faults(operations)),
            Tuple.of(6, times.map(TimePasses::new)),
            Tuple.of(1, Arbitraries.just(new SettlesAsFailed())),
            Tuple.of(1, times.map(ReadsLag::new)),
            Tuple.of(1, Arbitraries.just(new Cancel())))
        .list()
        .ofMaxSize(14);
  }

  /** One request of one of these operations goes wrong. */
  static Arbitrary<Event> faults(String... operations) {
    return Combinators.combine(Arbitraries.of(operations), faultNames(), times())
        .as((operation, name, time) -> new GoesWrong(operation, name, fault(name, time)));
  }

  private static Arbitrary<Duration> times() {
    return Arbitraries.longs().between(0, 200_000).map(Duration::ofMillis);
  }

  private static Arbitrary<String> faultNames() {
    return Arbitraries.of(
        "none",
        "503",
        "429",
        "429 with Retry-After",
        "403",
        "409",
        "reply lost",
        "request lost",
        "silent",
        "late",
        "unreadable",
        "unreachable",
        "broken");
  }

  private static Fault fault(String name, Duration time) {
    return switch (name) {
      case "503" -> Fault.failing(Failing.unavailable());
      case "429" -> Fault.failing(Failing.throttled());
      case "429 with Retry-After" -> Fault.failing(Failing.throttled(time));
      case "403" -> Fault.failing(Failing.accessDenied());
      case "409" ->
          Fault.failing(Failing.refusal(Kind.CONFLICT, 409, "ResourceInUseException", "in use"));
      case "reply lost" -> Fault.replyLost();
      case "request lost" -> Fault.requestLost();
      case "silent" -> Fault.silent();
      case "late" -> Fault.late(time);
      case "unreadable" -> Fault.failing(Failing.unreadable());
      case "unreachable" -> Fault.failing(Failing.unreachable());
      case "broken" -> Fault.foreign(new IllegalStateException("broken"));
      default -> Fault.none();
    };
  }

  /** Before the start: faults wait for their call; all else happens in its turn. */
  static void prepare(World world, List<Event> story) {
    for (Event event : story) {
      if (event instanceof GoesWrong wrong) {
        world.connect.next(wrong.operation(), wrong.fault());
      }
    }
  }

  /** After the start, until the operation must have ended. */
  static void tell(World world, Operation<?> operation, List<Event> story) {
    for (Event event : story) {
      if (event instanceof TimePasses passes) {
        world.advance(passes.time());
      } else if (event instanceof SettlesAsFailed) {
        world.connect.settleNextAsFailed("Over quota");
      } else if (event instanceof ReadsLag lag) {
        world.connect.readsLagBy(lag.time().dividedBy(2));
      } else if (event instanceof Cancel) {
        operation.cancel();
      }
    }
    // The default deadline is a day from the first byte sent.
    world.advance(Duration.ofHours(25));
  }
}
