package dev.dialtone.testkit;

/**
 * A request that breaks one published constraint on purpose.
 *
 * @param at the member that the refusal has to name
 * @param kind what is broken: a constraint, or the JSON itself
 * @param body what is sent in place of the request's own body
 */
record Violation(PublishedRequest request, String at, String what, Kind kind, String body) {

  enum Kind {
    CONSTRAINT,
    SERIALIZATION
  }

  static Violation of(PublishedRequest request, String at, String what, Kind kind) {
    return new Violation(request, at, what, kind, request.body());
  }

  @Override
  public String toString() {
    return request.operation() + " " + at + ": " + what;
  }
}
