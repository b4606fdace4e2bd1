package dev.dialtone.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Which token stands for which operation with which parameters. Only what took effect is kept: a
 * refused request leaves its token free. Not thread-safe; the world guards it.
 */
final class IdempotencyTokens {
  private static final String MEMBER = "ClientToken";
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final WorldRules rules;
  private final Map<String, Use> uses = new HashMap<>();

  private record Use(String operation, Map<String, Object> parameters, Done done, Instant at) {
    boolean isFor(String otherOperation, Map<String, Object> otherParameters) {
      return operation.equals(otherOperation) && parameters.equals(otherParameters);
    }

    boolean isForgottenAfter(Duration lifetime, Instant now) {
      return Duration.between(at, now).compareTo(lifetime) >= 0;
    }
  }

  IdempotencyTokens(WorldRules rules) {
    this.rules = rules;
  }

  /** The token of a request; the service accepts nothing but a lower-case UUID. */
  static Optional<String> in(Members members) {
    Optional<String> token = members.text(MEMBER);
    if (token.filter(text -> !FORM.matcher(text).matches()).isPresent()) {
      throw AwsError.invalidParameter("ClientToken must be a UUID in lower case");
    }
    return token;
  }

  Reply once(String operation, Members members, Supplier<Done> effect) {
    Optional<String> token = in(members);
    Map<String, Object> parameters = members.without(MEMBER);
    Instant now = rules.clock().instant();
    Optional<Use> earlier =
        token.map(uses::get).filter(use -> !use.isForgottenAfter(rules.periods().token(), now));
    if (earlier.isEmpty()) {
      Done done = effect.get();
      token.ifPresent(text -> uses.put(text, new Use(operation, parameters, done, now)));
      return Reply.of(done.answer(), Disposition.APPLIED);
    }
    if (!earlier.get().isFor(operation, parameters)) {
      throw AwsError.idempotency("ClientToken was used with other parameters");
    }
    return repeated(earlier.get().done(), now);
  }

  void reset() {
    uses.clear();
  }

  private Reply repeated(Done done, Instant now) {
    if (now.isBefore(done.settlesAt())
        && !rules.guesses().hold(Guess.REPEATED_TOKEN_IS_ANSWERED_AT_ONCE)) {
      throw AwsError.idempotency("The request with this ClientToken is still being processed");
    }
    return Reply.of(done.answer(), Disposition.REPLAYED);
  }
}
