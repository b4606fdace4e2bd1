package dev.dialtone.testing;

import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.Target;
import java.util.Map;
import java.util.Optional;

/** Numbers that differ from others in one thing. */
public final class Numbers {
  private Numbers() {}

  /** The number with this status and message. */
  public static ConnectNumber with(
      ConnectNumber number, NumberStatus status, Optional<String> message) {
    return copy(number, status, message, number.target(), number.description(), number.tags());
  }

  /** The number at this target. */
  public static ConnectNumber at(ConnectNumber number, Target target) {
    return copy(
        number,
        number.status(),
        number.statusMessage(),
        Optional.of(target),
        number.description(),
        number.tags());
  }

  /** The number with this description. */
  public static ConnectNumber described(ConnectNumber number, Optional<String> description) {
    return copy(
        number,
        number.status(),
        number.statusMessage(),
        number.target(),
        description,
        number.tags());
  }

  /** The number with these tags and no others. */
  public static ConnectNumber tagged(ConnectNumber number, Map<String, String> tags) {
    return copy(
        number,
        number.status(),
        number.statusMessage(),
        number.target(),
        number.description(),
        tags);
  }

  private static ConnectNumber copy(
      ConnectNumber number,
      NumberStatus status,
      Optional<String> message,
      Optional<Target> target,
      Optional<String> description,
      Map<String, String> tags) {
    return new ConnectNumber(
        number.id(),
        number.arn(),
        number.number(),
        number.country(),
        number.type(),
        status,
        message,
        target,
        description,
        tags,
        number.sourceArn());
  }
}
