package dev.dialtone.connect;

import dev.dialtone.model.Arn;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.Masked;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Page;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.connect.model.AvailableNumberSummary;
import software.amazon.awssdk.services.connect.model.BatchGetFlowAssociationResponse;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.ClaimedPhoneNumberSummary;
import software.amazon.awssdk.services.connect.model.ConnectResponse;
import software.amazon.awssdk.services.connect.model.DescribePhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.ImportPhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersSummary;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersV2Response;
import software.amazon.awssdk.services.connect.model.PhoneNumberStatus;
import software.amazon.awssdk.services.connect.model.SearchAvailablePhoneNumbersResponse;
import software.amazon.awssdk.services.connect.model.UpdatePhoneNumberResponse;

/**
 * AWS's replies as our values. A 200 may still lack what it must hold; each method then throws an
 * {@link IllegalArgumentException}, and the reply counts as unreadable.
 */
final class ConnectReplies {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectReplies.class);

  private ConnectReplies() {}

  static Page<AvailableNumber> page(SearchAvailablePhoneNumbersResponse reply) {
    return new Page<>(
        reply.availableNumbersList().stream().map(ConnectReplies::available).toList(),
        present(reply.nextToken()));
  }

  static Accepted claimed(ClaimPhoneNumberResponse reply) {
    return new Accepted(Optional.of(new PhoneNumberId(required(reply.phoneNumberId(), "id"))));
  }

  /**
   * The caller's id goes on to name the number: it may be an ARN, and the reply's UUID is not found
   * everywhere that an ARN is.
   */
  static Accepted moved(UpdatePhoneNumberResponse reply) {
    return Accepted.WITHOUT_ID;
  }

  static Accepted imported(ImportPhoneNumberResponse reply) {
    return new Accepted(Optional.of(new PhoneNumberId(required(reply.phoneNumberId(), "id"))));
  }

  /**
   * The SDK reads nothing out of such a reply, so a page of some proxy would do as well. AWS's own
   * is JSON or empty; a stand-in's may be empty without saying what it is.
   */
  static Accepted taken(ConnectResponse reply) {
    SdkHttpResponse http = reply.sdkHttpResponse();
    boolean isEmpty = http.firstMatchingHeader("Content-Length").filter("0"::equals).isPresent();
    boolean isJsonOrUntold =
        http.firstMatchingHeader("Content-Type")
            .map(type -> type.toLowerCase(Locale.ROOT).contains("json"))
            .orElse(true);
    boolean isError = http.firstMatchingHeader("x-amzn-ErrorType").isPresent();
    if (isError || !(isEmpty || isJsonOrUntold)) {
      throw new IllegalArgumentException("it is no answer of the service");
    }
    return Accepted.WITHOUT_ID;
  }

  static Page<ListedNumber> list(ListPhoneNumbersV2Response reply) {
    return new Page<>(
        reply.listPhoneNumbersSummaryList().stream().flatMap(ConnectReplies::listed).toList(),
        present(reply.nextToken()));
  }

  /** The flow's id inside its instance; the service names flows by ARN. */
  static Optional<String> flowOf(Arn number, BatchGetFlowAssociationResponse reply) {
    return reply.flowAssociationSummaryList().stream()
        .filter(summary -> number.text().equalsIgnoreCase(summary.resourceId()))
        .findFirst()
        .map(summary -> required(summary.flowId(), "flow"))
        .map(flow -> Arn.looksLike(flow) ? ContactFlow.of(flow).id() : flow);
  }

  /** The number that was asked for, and no other: what is done next is done to what is shown. */
  static ConnectNumber number(PhoneNumberId asked, DescribePhoneNumberResponse reply) {
    ClaimedPhoneNumberSummary number = required(reply.claimedPhoneNumberSummary(), "summary");
    String id = required(number.phoneNumberId(), "id");
    if (!lastPart(asked.value()).equalsIgnoreCase(lastPart(id))) {
      throw new IllegalArgumentException("it is about another number than was asked for");
    }
    PhoneNumberStatus status = required(number.phoneNumberStatus(), "status");
    return new ConnectNumber(
        id.equals(asked.value()) ? asked : PhoneNumberId.of(id),
        known(number.phoneNumberArn(), Arn::parse),
        E164.of(required(number.phoneNumber(), "number")),
        known(number.phoneNumberCountryCodeAsString(), CountryCode::of),
        known(number.phoneNumberTypeAsString(), NumberType::of),
        status(required(status.statusAsString(), "status")),
        present(status.message()),
        target(number.targetArn(), number.instanceId()),
        present(number.phoneNumberDescription()),
        number.tags(),
        known(number.sourcePhoneNumberArn(), Arn::parse));
  }

  /** One number of a form that is not known, a short code perhaps, must not hide all others. */
  private static Stream<ListedNumber> listed(ListPhoneNumbersSummary summary) {
    PhoneNumberId id = PhoneNumberId.of(required(summary.phoneNumberId(), "id"));
    Optional<E164> number = known(required(summary.phoneNumber(), "number"), E164::of);
    if (number.isEmpty()) {
      LOG.atWarn()
          .addKeyValue("id", id)
          .addKeyValue("type", summary.phoneNumberTypeAsString())
          .log("left out of a list: its number is not E.164");
    }
    return number.map(known -> listed(id, known, summary)).stream();
  }

  private static ListedNumber listed(PhoneNumberId id, E164 e164, ListPhoneNumbersSummary number) {
    return new ListedNumber(
        id,
        known(number.phoneNumberArn(), Arn::parse),
        e164,
        known(number.phoneNumberCountryCodeAsString(), CountryCode::of),
        known(number.phoneNumberTypeAsString(), NumberType::of),
        target(number.targetArn(), number.instanceId()),
        present(number.phoneNumberDescription()),
        known(number.sourcePhoneNumberArn(), Arn::parse));
  }

  private static String lastPart(String arnOrId) {
    return arnOrId.substring(arnOrId.lastIndexOf('/') + 1);
  }

  /** Statuses are logged, those of tomorrow too, so none may show a number. */
  private static NumberStatus status(String text) {
    return NumberStatus.of(Masked.inText(text));
  }

  private static AvailableNumber available(AvailableNumberSummary summary) {
    return new AvailableNumber(
        E164.of(required(summary.phoneNumber(), "number")),
        known(summary.phoneNumberCountryCodeAsString(), CountryCode::of),
        known(summary.phoneNumberTypeAsString(), NumberType::of));
  }

  private static Optional<Target> target(@Nullable String targetArn, @Nullable String instanceId) {
    return known(targetArn, ConnectReplies::target).or(() -> known(instanceId, Target::instance));
  }

  private static Target target(String arn) {
    return arn.contains(":instance/") ? Target.instance(arn) : Target.trafficDistributionGroup(arn);
  }

  /** What is no part of the answer's meaning may be of a form that is not known: it is left out. */
  private static <T> Optional<T> known(@Nullable String text, Function<String, T> parse) {
    try {
      return present(text).map(parse);
    } catch (IllegalArgumentException unknownForm) {
      return Optional.empty();
    }
  }

  private static Optional<String> present(@Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isEmpty());
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("it lacks the " + name);
    }
    return value;
  }
}
