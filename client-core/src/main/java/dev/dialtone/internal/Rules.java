package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ApiOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * AWS's rules for what a request holds as plain text or in combination. Collects every violation;
 * {@link #check()} throws them together. Not thread-safe.
 *
 * <p>Where AWS does not say, nothing is checked here: the service may take it.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ClaimPhoneNumber.html">
 *     ClaimPhoneNumber</a>
 */
public final class Rules {
  private static final Duration LONGEST = Duration.ofDays(3_653);
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int MOST_SHOWN = 20;
  private static final int LONGEST_NAME = 256;
  private static final Pattern CHIME_NAME =
      Pattern.compile("|[a-zA-Z0-9,._-]+(?:\\s+[a-zA-Z0-9,._-]+)*");
  private static final Pattern PREFIX = Pattern.compile("\\+?[0-9]{1,11}");

  private final ApiOperation api;
  private final ArnRules arns;
  private final List<Violation> violations = new ArrayList<>();

  /** The rules of one operation of a client that sends there. */
  public Rules(ApiOperation api, Place place) {
    this.api = api;
    this.arns = new ArnRules(place, this::add);
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
  public Rules target(Target target) {
    target
        .arn()
        .ifPresent(
            arn -> {
              arns.region("target", arn);
              arns.account("target", arn);
              arns.partition("target", arn);
            });
    return this;
  }

  /** A group may be searched and listed from both its Regions, so only an instance's is checked. */
  public Rules readTarget(Target target) {
    if (target instanceof Target.Instance) {
      return target(target);
    }
    target
        .arn()
        .ifPresent(
            arn -> {
              arns.account("target", arn);
              arns.partition("target", arn);
            });
    return this;
  }

  /** A number's ARN may be of a group's other Region. */
  public Rules number(PhoneNumberId id) {
    id.arn()
        .ifPresent(
            arn -> {
              arns.account("id", arn);
              arns.partition("id", arn);
            });
    return this;
  }

  /** A source must be of the client's Region; whether of its account too, nobody says. */
  public Rules source(SourceNumber source) {
    arns.region("source", source.arn());
    arns.partition("source", source.arn());
    return this;
  }

  /** A flow must be of the client's Region and account. */
  public Rules flow(ContactFlow flow) {
    arns.region("flow", flow.arn());
    arns.account("flow", flow.arn());
    arns.partition("flow", flow.arn());
    return this;
  }

  /** And, where the target is an instance, belong to it. */
  public Rules flow(Optional<ContactFlow> flow, Target target) {
    flow.ifPresent(
        wanted -> {
          flow(wanted);
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

  /** At most 500 characters. */
  public Rules description(Optional<String> description) {
    description.ifPresent(text -> tooLong("description", LONGEST_DESCRIPTION, text));
    return this;
  }

  /** At most 50; key 1 to 128 and not {@code aws:…}; value at most 256. */
  public Rules tags(Map<String, String> tags) {
    atMost("tags", TagRules.MOST, tags.size());
    var rules = new TagRules(this::add);
    tags.forEach(
        (key, value) -> {
          rules.key(key);
          rules.value(key, value);
        });
    return this;
  }

  /** At most 50; each 1 to 128 and not {@code aws:…}. */
  public Rules tagKeys(Set<String> keys) {
    atMost("keys", TagRules.MOST, keys.size());
    keys.forEach(new TagRules(this::add)::key);
    return this;
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

  /** Words of letters, digits and , . _ - with blanks between them, at most 256 characters. */
  public Rules chimeName(String name) {
    tooLong("name", LONGEST_NAME, name);
    if (!CHIME_NAME.matcher(name).matches()) {
      add("name", "it may hold letters, digits and , . _ - with blanks between words only");
    }
    return this;
  }

  /** At least one. */
  public Rules count(String field, int count) {
    if (count < 1) {
      add(field, "it must be at least 1, but was " + count);
    }
    return this;
  }

  /** At least one. */
  public Rules some(String field, Collection<?> values) {
    if (values.isEmpty()) {
      add(field, "there must be at least 1, but there are none");
    }
    return this;
  }

  /** No more than the API takes. */
  public Rules atMost(String field, int limit, int count) {
    if (count > limit) {
      add(field, "there may be at most " + limit + ", but there are " + count);
    }
    return this;
  }

  /** From 1 to what the API takes. */
  public Rules pageSize(int size, int limit) {
    if (size < 1 || size > limit) {
      add("pageSize", "it must be 1 to " + limit + ", but was " + size);
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

  private void tooLong(String field, int limit, String text) {
    tooLong(field, limit, text, this::add);
  }

  /** Counted in characters, as a person does, not in UTF-16 units. */
  static void tooLong(String field, int limit, String text, BiConsumer<String, String> violations) {
    int length = text.codePointCount(0, text.length());
    if (length > limit) {
      violations.accept(field, "it may have at most " + limit + " characters, but has " + length);
    }
  }

  private void add(String field, String message) {
    violations.add(new Violation(field, message));
  }
}
