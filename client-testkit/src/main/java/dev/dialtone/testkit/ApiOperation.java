package dev.dialtone.testkit;

import java.util.List;

/**
 * One operation of an API as data; each has a file of its own and one line in the list of its
 * service.
 *
 * @param query the members that travel in the query; other parameters are ignored
 * @param input what the published model says of a request
 * @param <W> the state that it works on
 */
record ApiOperation<W>(
    String name,
    String method,
    PathTemplate path,
    List<QueryMember> query,
    StructureShape input,
    Handler<W> handler) {

  /** What the operation does; refuses by throwing {@link AwsError}. */
  @FunctionalInterface
  interface Handler<W> {
    Reply serve(Members members, W world);
  }

  /** An operation that has nothing in the query. */
  ApiOperation(
      String name, String method, PathTemplate path, StructureShape input, Handler<W> handler) {
    this(name, method, path, List.of(), input, handler);
  }

  ApiOperation<W> named(String otherName) {
    return new ApiOperation<>(otherName, method, path, query, input, handler);
  }

  /** The same of a service that no longer answers. */
  ApiOperation<W> ended() {
    Handler<W> refusing =
        (members, world) -> {
          throw AwsError.accessDenied("This service is no longer available to the account");
        };
    return new ApiOperation<>(name, method, path, query, input, refusing);
  }

  Route on(W world) {
    return new Route(name, method, path, query, input, members -> handler.serve(members, world));
  }
}
