package dev.dialtone.testkit;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One namespace of Amazon Chime and its server, which starts when somebody first asks where it is:
 * who wants Connect only pays nothing. This class is thread-safe.
 */
final class ChimeSite implements AutoCloseable {
  private final ChimeWorld world;
  private final int port;
  private final Dispatcher dispatcher;
  private Optional<HttpFront> front = Optional.empty();
  private boolean closed;

  ChimeSite(ChimeWorld world, int port, Surroundings surroundings) {
    this.world = world;
    this.port = port;
    List<Route> routes =
        ChimeOperations.of(world.namespace()).stream()
            .map(operation -> ends(world) ? operation.ended() : operation)
            .map(operation -> operation.on(world))
            .toList();
    this.dispatcher = new Dispatcher(routes, Dialect.CHIME, surroundings);
  }

  ChimeWorld world() {
    return world;
  }

  synchronized URI endpoint() {
    if (front.isEmpty()) {
      if (closed) {
        throw new IllegalStateException("the simulator is closed");
      }
      front = Optional.of(new HttpFront(port, dispatcher));
    }
    return front.get().endpoint();
  }

  @Override
  public synchronized void close() {
    closed = true;
    front.ifPresent(HttpFront::close);
  }

  private static boolean ends(ChimeWorld world) {
    return world.namespace().equals(ChimeNamespace.LEGACY)
        && !world.guesses().hold(Guess.LEGACY_CHIME_ANSWERS);
  }
}
