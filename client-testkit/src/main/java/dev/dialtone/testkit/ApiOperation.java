package dev.dialtone.testkit;

/**
 * One operation of an API as data; each has a file of its own and one line in the list of its
 * service.
 *
 * @param <W> the state that it works on
 */
record ApiOperation<W>(String name, String method, PathTemplate path, Handler<W> handler) {

  /** What the operation does; refuses by throwing {@link AwsError}. */
  @FunctionalInterface
  interface Handler<W> {
    Reply serve(Members members, W world);
  }

  Route on(W world) {
    return new Route(name, method, path, members -> handler.serve(members, world));
  }
}
