package dev.dialtone.testing;

import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.PortException.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Which token stands for what: the same again is the first answer again. Not thread-safe. */
final class Tokens {
  private record Use(String operation, Object parameters, Accepted answer) {}

  private final Map<String, Use> uses = new HashMap<>();

  Accepted once(String operation, String token, Object parameters, Supplier<Accepted> effect) {
    if (!token.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw Failing.invalid("ClientToken must be a UUID in lower case");
    }
    Use earlier = uses.get(token);
    if (earlier == null) {
      Accepted answer = effect.get();
      uses.put(token, new Use(operation, parameters, answer));
      return answer;
    }
    if (!earlier.operation().equals(operation) || !earlier.parameters().equals(parameters)) {
      throw Failing.refusal(
          Kind.IDEMPOTENCY, 409, "IdempotencyException", "The token has other parameters");
    }
    return earlier.answer();
  }
}
