package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.Arn;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ApiOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * AWS's rules for what a request holds as plain text or in combination. Collects every violation;
 * {@link #check()} throws them together. Not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ClaimPhoneNumber.html">
 *     ClaimPhoneNumber</a>
 */
public final class Rules {
  private static final Duration LONGEST = Duration.ofDays(3_653);
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int MOST_SHOWN = 20;
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
  private static final Pattern PREFIX = Pattern.compile("\\+?[0-9]{1,11}");

  private final ApiOperation api;
  private final List<Violation> violations = new ArrayList<>();

  /** The rules of one operation. */
  public Rules(ApiOperation api) {
    this.api = api;
  }

  /** The argument, if it is above zero; ten years stand for longer, which clocks cannot add. */
  public static Duration positive(String name, Duration time) {
    requireNonNull(time, "time");
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(name + " must be above zero, but was " + time);
    }
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }

  /** An instance or group must be of the client's own Region. */
  public Rules target(Target target, String region) {
    return arn("target", target.arn(), region);
  }

  /** A search may be offered to a group from both its Regions, so only an instance's is checked. */
  public Rules searchTarget(Target target, String region) {
    return target instanceof Target.Instance ? target(target, region) : this;
  }

  /** A flow must be of the client's Region and, where the target is an instance, belong to it. */
  public Rules flow(Optional<ContactFlow> flow, Target target, String region) {
    flow.ifPresent(
        wanted -> {
          arn("flow", Optional.of(wanted.arn()), region);
          target.arn().ifPresent(at -> sameAccount(wanted.arn(), at));
          if (target instanceof Target.Instance instance
              && !instance.id().equalsIgnoreCase(wanted.instanceId())) {
            add(
                "flow",
                "it must belong to the target, instance "
                    + instance.id()
                    + ", but is a flow of instance "
                    + wanted.instanceId());
          }
        });
    return this;
  }

  private void sameAccount(Arn flow, Arn target) {
    if (!flow.account().equals(target.account()) || !flow.partition().equals(target.partition())) {
      add("flow", "its account and partition must be the target's");
    }
  }

  /** At most 500 characters. */
  public Rules description(Optional<String> description) {
    description
        .map(text -> text.codePointCount(0, text.length()))
        .filter(length -> length > LONGEST_DESCRIPTION)
        .ifPresent(length -> tooLong("description", LONGEST_DESCRIPTION, length));
    return this;
  }

  /** At most 50; key 1 to 128 and not {@code aws:…}; value at most 256. */
  public Rules tags(Map<String, String> tags) {
    if (tags.size() > MOST_TAGS) {
      add("tags", "there may be at most " + MOST_TAGS + ", but there are " + tags.size());
    }
    tags.forEach(this::tag);
    return this;
  }

  private void tag(String key, String value) {
    int keyLength = key.codePointCount(0, key.length());
    int valueLength = value.codePointCount(0, value.length());
    String shown = key.substring(0, Math.min(key.length(), LONGEST_KEY));
    String field = "tag '" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    if (keyLength == 0) {
      add("tag", "a key must have 1 to " + LONGEST_KEY + " characters, but one is empty");
    }
    if (keyLength > LONGEST_KEY) {
      tooLong(field + " (key)", LONGEST_KEY, keyLength);
    }
    if (key.startsWith("aws:")) {
      add(field, "a key must not begin with 'aws:', which AWS keeps for itself");
    }
    if (!KEY.matcher(key).matches()) {
      add(field, "a key may hold letters, digits, blanks and _ . : / = + - @ only");
    }
    if (valueLength > LONGEST_VALUE) {
      tooLong(field + " (value)", LONGEST_VALUE, valueLength);
    }
  }

  /** A plus and up to eleven digits. */
  public Rules prefix(Optional<String> prefix) {
    prefix
        .filter(text -> !PREFIX.matcher(text).matches())
        .ifPresent(
            text ->
                add(
                    "prefix",
                    "it must be '+' and 1 to 11 digits, for example +1800, but was something else of "
                        + Words.count(text.length(), "character")));
    return this;
  }

  /** At least one. */
  public Rules count(String field, int count) {
    if (count < 1) {
      add(field, "it must be at least 1, but was " + count);
    }
    return this;
  }

  /** Throws all that was collected, if anything was. */
  public void check() {
    if (!violations.isEmpty()) {
      int more = violations.size() - MOST_SHOWN;
      String all =
          String.join("; ", violations.stream().limit(MOST_SHOWN).map(Violation::toString).toList())
              + (more > 0 ? "; and " + more + " more" : "");
      throw new InvalidRequestException(
          ErrorDetails.of(
              api.name(),
              "the request breaks " + Words.count(violations.size(), "rule") + ": " + all,
              "correct it and start again"),
          violations);
    }
  }

  private Rules arn(String field, Optional<Arn> arn, String region) {
    arn.map(Arn::region)
        .filter(its -> !its.equals(region))
        .ifPresent(
            its -> add(field, "its Region must be the client's, " + region + ", but is " + its));
    return this;
  }

  private void tooLong(String field, int limit, int length) {
    add(field, "it may have at most " + limit + " characters, but has " + length);
  }

  private void add(String field, String message) {
    violations.add(new Violation(field, message));
  }
}
