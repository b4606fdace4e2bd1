package dev.dialtone.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A settle time as an option names it: {@code lognormal:2s,0.8,24s}. */
final class SettleWish {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private SettleWish() {}

  static SettleTime of(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? "fixed" : text.substring(0, colon);
    String times = text.substring(colon + 1);
    return switch (kind) {
      case "fixed" -> SettleTime.fixed(duration(times));
      case "uniform" -> uniform(times.split("\\.\\.", -1), text);
      case "lognormal" -> lognormal(times.split(",", -1), text);
      default -> throw wrong(text);
    };
  }

  static SettleTime millis(int millis) {
    return SettleTime.fixed(Duration.ofMillis(millis));
  }

  private static SettleTime uniform(String[] bounds, String text) {
    if (bounds.length != 2) {
      throw wrong(text);
    }
    return SettleTime.uniform(duration(bounds[0]), duration(bounds[1]));
  }

  private static SettleTime lognormal(String[] parts, String text) {
    if (parts.length != 2 && parts.length != 3) {
      throw wrong(text);
    }
    double sigma = SimulatorOption.number("the sigma of --settle", parts[1]);
    SettleTime time = SettleTime.lognormal(duration(parts[0]), sigma);
    return parts.length == 2 ? time : time.atMost(duration(parts[2]));
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    Arguments.require(
        matcher.matches(), "expected a time like 500ms, 2s, 5m, 2h or 3d, not '" + text + "'");
    Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
    return unit.multipliedBy(Long.parseLong(matcher.group(1)));
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "--settle needs fixed:2s, uniform:1s..5s, lognormal:2s,0.8 or lognormal:2s,0.8,24s, not '"
            + text
            + "'");
  }
}
