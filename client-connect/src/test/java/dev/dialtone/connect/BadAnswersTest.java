package dev.dialtone.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static dev.dialtone.aws.testing.RawService.error;
import static dev.dialtone.aws.testing.RawService.json;
import static dev.dialtone.connect.OverHttp.DESCRIBED;
import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.PATIENCE;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static java.time.format.DateTimeFormatter.ofPattern;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.dialtone.Answer;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.RawService;
import dev.dialtone.aws.testing.Told;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.ThrottledException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service, or something before it, may answer, and what a caller then gets. */
class BadAnswersTest {
  private static final RawService SERVICE = new RawService();
  private static final PhoneNumberId ID = PhoneNumberId.of("0a1b2c3d-0000-4000-8000-00000000000a");
  private static final String HERE = "arn:aws:connect:us-west-2:111122223333:";
  private static final PhoneNumberId ARN = PhoneNumberId.of(HERE + "phone-number/" + ID);
  private static final SourceNumber SOURCE =
      SourceNumber.of("arn:aws:sms-voice:us-west-2:111122223333:phone-number/phone-1");
  private static final ContactFlow FLOW =
      ContactFlow.of(HERE + "instance/0a1b2c3d-0000-4000-8000-00000000000b/contact-flow/main-menu");
  private static final Target.Instance TARGET = Target.instance("instance-1");

  /** Bodies that do not fit into a table, by name. */
  private static final Map<String, String> BODIES =
      Map.of(
          "empty", "",
          "truncated", DESCRIBED.substring(0, 90),
          "no E.164", DESCRIBED.formatted("8005550100"),
          "another", DESCRIBED.formatted(NUMBER.value()).replace("00000000000a", "00000000000c"),
          "no status", DESCRIBED.formatted(NUMBER.value()).replace("\"CLAIMED\"", "null"),
          "huge", "x +18005550100 ".repeat(70_000));

  private final PhoneNumbers numbers =
      PhoneNumbers.builder()
          .connect(ConnectAdapter.of(OverHttp.client(SERVICE.endpoint())))
          .attempts(1)
          .build();

  @AfterEach
  void close() {
    numbers.close();
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  /** A message with a code is an error of AWS; without one the body is sent as it is. */
  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # verb   | status and code                     | message or body                                | kind              | reached | again | leaf
          CLAIM    | 400 FooException                    | ?                                              | UNEXPECTED        | YES     | false | Unexpected
          CLAIM    | 404                                 | page                                           | UNEXPECTED        | YES     | false | Unexpected
          DESCRIBE | 404                                 | page                                           | UNEXPECTED        | YES     | false | Unexpected
          DESCRIBE | 408                                 | empty                                          | UNEXPECTED        | YES     | false | Unexpected
          DESCRIBE | 403                                 | {}                                             | ACCESS_DENIED     | YES     | false | AccessDenied
          CLAIM    | 401                                 | page                                           | ACCESS_DENIED     | YES     | false | AccessDenied
          SEARCH   | 403 UnrecognizedClientException     | The security token is invalid                  | ACCESS_DENIED     | YES     | false | AccessDenied
          SEARCH   | 403 AccessDeniedException           | huge                                           | ACCESS_DENIED     | YES     | false | AccessDenied
          DESCRIBE | 403 RequestTimeTooSkewed            | Your clock is wrong                            | ACCESS_DENIED     | YES     | true  | AccessDenied
          CLAIM    | 429 LimitExceededException          | Churn                                          | LIMIT_EXCEEDED    | YES     | false | ChurnLimit
          CLAIM    | 402 ServiceQuotaExceededException   | Quota                                          | LIMIT_EXCEEDED    | YES     | false | ChurnLimit
          DESCRIBE | 429 LimitExceededException          | ?                                              | LIMIT_EXCEEDED    | YES     | false | Unexpected
          DESCRIBE | 429 FooException                    | ?                                              | UNEXPECTED        | YES     | false | Unexpected
          CLAIM    | 429 ThrottlingException             | Rate exceeded                                  | THROTTLED         | YES     | true  | Throttled
          DESCRIBE | 400 ThrottlingException             | Rate exceeded                                  | THROTTLED         | YES     | true  | Throttled
          SEARCH   | 429 TooManyRequestsException        | empty                                          | THROTTLED         | YES     | true  | Throttled
          DESCRIBE | 429                                 | page                                           | THROTTLED         | YES     | true  | Throttled
          CLAIM    | 400 InvalidParameterException       | Phone number not available: +18005550100       | TAKEN             | YES     | false | NumberTaken
          CLAIM    | 404 ResourceNotFoundException       | Phone number not found for instance            | TAKEN             | YES     | false | NumberTaken
          CLAIM    | 404 ResourceNotFoundException       | empty                                          | TAKEN             | YES     | false | NumberTaken
          CLAIM    | 404 ResourceNotFoundException       | Instance not found                             | NOT_FOUND         | YES     | false | NotFound
          CLAIM    | 404 ResourceNotFoundException       | No arn:aws:connect:us-west-2:111122223333:i/a  | NOT_FOUND         | YES     | false | NotFound
          DESCRIBE | 404 ResourceNotFoundException       | Phone number not available                     | NOT_FOUND         | YES     | false | NotFound
          MOVE     | 400 InvalidParameterException       | Target not available                           | INVALID_PARAMETER | YES     | false | InvalidRequest
          CLAIM    | 400 InvalidParameterException       | PhoneNumberDescription                         | INVALID_PARAMETER | YES     | false | InvalidRequest
          SEARCH   | 400                                 | {"__type":"a#ValidationException"}             | INVALID_PARAMETER | YES     | false | InvalidRequest
          CLAIM    | 409 IdempotencyException            | Token used                                     | IDEMPOTENCY       | YES     | false | IdempotencyMismatch
          MOVE     | 409 ResourceInUseException          | Busy                                           | CONFLICT          | YES     | false | Conflict
          MOVE     | 409 ResourceConflictException       | Busy                                           | CONFLICT          | YES     | false | Conflict
          CLAIM    | 500 FooException                    | ?                                              | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          DESCRIBE | 500 FooException                    | ?                                              | SERVICE_FAILURE   | MAYBE   | true  | ServiceFailure
          CLAIM    | 500 InternalServiceException        | huge                                           | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          DESCRIBE | 502                                 | page                                           | SERVICE_FAILURE   | MAYBE   | true  | ServiceFailure
          CLAIM    | 503                                 | page                                           | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          MOVE     | 504                                 | page                                           | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          SEARCH   | 504                                 | empty                                          | SERVICE_FAILURE   | MAYBE   | true  | ServiceFailure
          DESCRIBE | 301                                 | empty                                          | UNEXPECTED        | MAYBE   | false | Unexpected
          CLAIM    | 307                                 | page                                           | UNEXPECTED        | MAYBE   | false | OutcomeUnknown
          CLAIM    | 200                                 | empty                                          | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          CLAIM    | 200                                 | {"PhoneNumberId":""}                           | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          CLAIM    | 204                                 | empty                                          | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          CLAIM    | 200                                 | page                                           | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          DESCRIBE | 200                                 | empty                                          | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | truncated                                      | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | no E.164                                       | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | no status                                      | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | gzip                                           | UNREADABLE        | MAYBE   | true  | Unexpected
          SEARCH   | 200                                 | {"AvailableNumbersList":[{}]}                  | UNREADABLE        | MAYBE   | true  | Unexpected
          SEARCH   | 200                                 | {"AvailableNumbersList":[null]}                | UNREADABLE        | MAYBE   | true  | Unexpected
          LIST     | 200                                 | {"ListPhoneNumbersSummaryList":[{}]}           | UNREADABLE        | MAYBE   | true  | Unexpected
          LIST     | 200                                 | truncated                                      | UNREADABLE        | MAYBE   | true  | Unexpected
          LIST     | 404 ResourceNotFoundException       | Instance not found                             | NOT_FOUND         | YES     | false | NotFound
          LIST     | 429 ThrottlingException             | Rate exceeded                                  | THROTTLED         | YES     | true  | Throttled
          IMPORT   | 200                                 | empty                                          | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          IMPORT   | 200                                 | {"PhoneNumberArn":"arn:aws:connect"}           | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          IMPORT   | 429 LimitExceededException          | Churn                                          | LIMIT_EXCEEDED    | YES     | false | ChurnLimit
          IMPORT   | 404 ResourceNotFoundException       | Phone number not found                         | NOT_FOUND         | YES     | false | NotFound
          IMPORT   | 400 InvalidParameterException       | Source not available                           | INVALID_PARAMETER | YES     | false | InvalidRequest
          DESCRIBED| 200                                 | page                                           | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          DESCRIBED| 409 ResourceInUseException          | Busy                                           | CONFLICT          | YES     | false | Conflict
          DESCRIBED| 400 InvalidRequestException         | Bad text                                       | INVALID_PARAMETER | YES     | false | InvalidRequest
          DESCRIBED| 302                                 | page                                           | UNEXPECTED        | MAYBE   | false | OutcomeUnknown
          RELEASE  | 200                                 | page                                           | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          RELEASE  | 500 InternalServiceException        | Oops                                           | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          RELEASE  | 403 AccessDeniedException           | No                                             | ACCESS_DENIED     | YES     | false | AccessDenied
          RELEASE  | 409 IdempotencyException            | Token used                                     | IDEMPOTENCY       | YES     | false | IdempotencyMismatch
          RELEASE  | 409 ResourceInUseException          | Busy                                           | CONFLICT          | YES     | false | Conflict
          TAG      | 200                                 | page                                           | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          TAG      | 400 TooManyTagsException            | 51                                             | INVALID_PARAMETER | YES     | false | InvalidRequest
          DESCRIBE | 200                                 | another                                        | UNREADABLE        | MAYBE   | true  | Unexpected
          TAG      | 429 LimitExceededException          | Tags                                           | LIMIT_EXCEEDED    | YES     | false | Unexpected
          FLOW     | 200                                 | page                                           | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          FLOW     | 404 ResourceNotFoundException       | Flow not found                                 | NOT_FOUND         | YES     | false | NotFound
          FLOW     | 503                                 | page                                           | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          """)
  void call_badAnswer_failsAsItsKindAndLeaf(
      String verb,
      String answer,
      String body,
      Kind kind,
      Reached reached,
      boolean again,
      String leaf) {
    SERVICE.answers(RawService.answer(answer, BODIES.getOrDefault(body, body)));
    // Some read first, and that goes well.
    if (Set.of("MOVE", "DESCRIBED", "RELEASE", "TAG", "FLOW").contains(verb)) {
      SERVICE.answers(get(anyUrl()), json(200, DESCRIBED.formatted(NUMBER.value())));
    }
    PhoneNumberException failure = failure(verb);
    new Told(kind, reached, again, leaf).assertBy(failure, verb);
    assertThat(answer).startsWith(Integer.toString(Told.status(failure)));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "0, 0",
    "garbage,",
    "-1,",
    "1.5,",
    "9999999,",
    "'Sat, 21 Nov 2026 00:00:02 GMT',"
  })
  void throttled_retryAfter_isTakenIfItIsWholeSeconds(String header, Integer seconds) {
    SERVICE.answers(
        error(429, "ThrottlingException", "Rate exceeded").withHeader("Retry-After", header));
    assertThat(failure("DESCRIBE"))
        .isInstanceOfSatisfying(
            ThrottledException.class,
            throttled ->
                assertThat(throttled.retryAfter())
                    .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds)));
  }

  @Test
  void describe_clockWrong_isSignedAgainByTheServicesClock() {
    var ahead = ZonedDateTime.now(ZoneOffset.UTC).plusHours(2);
    SERVICE.answers(json(200, DESCRIBED.formatted(NUMBER.value())));
    SERVICE.answers(
        get(anyUrl()).inScenario("clock").whenScenarioStateIs(STARTED).willSetStateTo("known"),
        error(403, "RequestTimeTooSkewed", "Your clock is wrong")
            .withHeader("Date", RFC_1123_DATE_TIME.format(ahead)));
    try (PhoneNumbers patient =
        PhoneNumbers.builder()
            .connect(ConnectAdapter.of(OverHttp.client(SERVICE.endpoint())))
            .build()) {
      assertThat(patient.describe(ID).await(PATIENCE).id()).isEqualTo(ID);
    }
    assertThat(LocalDateTime.parse(SERVICE.dates().get(1), ofPattern("yyyyMMdd'T'HHmmss'Z'")))
        .isCloseTo(ahead.toLocalDateTime(), within(1, ChronoUnit.MINUTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "TEXT/HTML", "text/plain"})
  void detachFlow_pageInPlaceOfAnAnswer_isNotTakenForDone(String contentType) {
    SERVICE.answers(
        aResponse()
            .withStatus(200)
            .withHeader("Content-Type", contentType)
            .withBody("<html>welcome</html>"));
    SERVICE.answers(get(anyUrl()), json(200, DESCRIBED.formatted(NUMBER.value())));
    var detach = numbers.detachFlow(ID).start();
    assertThat(catchThrowableOfType(PhoneNumberException.class, () -> detach.await(PATIENCE)))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  /** As people write it in their own stubs. */
  @Test
  void detachFlow_emptyAnswerWithoutAnyHeader_isTaken() {
    SERVICE.answers(aResponse().withStatus(200));
    SERVICE.answers(get(anyUrl()), json(200, DESCRIBED.formatted(NUMBER.value())));
    assertThat(numbers.detachFlow(ID).start().await(PATIENCE).id()).isEqualTo(ID);
  }

  @Test
  void list_oneNumberOfAnotherForm_isLeftOutAndTheOthersAreThere() {
    SERVICE.answers(
        json(
            200,
            """
            {"ListPhoneNumbersSummaryList": [
              {"PhoneNumberId": "a", "PhoneNumber": "12345", "PhoneNumberType": "SHORT_CODE"},
              {"PhoneNumberId": "b", "PhoneNumber": "+18005550100"}]}"""));
    assertThat(numbers.list().first(5).await(PATIENCE))
        .extracting(ListedNumber::id)
        .containsExactly(PhoneNumberId.of("b"));
  }

  @Test
  void describe_unknownWords_areKeptOrLeftOut() {
    SERVICE.answers(
        json(
                200,
                DESCRIBED
                    .formatted(NUMBER.value())
                    .replace("CLAIMED", "ON_HOLD")
                    .replace("TOLL_FREE", "SATELLITE")
                    .replace("\"US\"", "\"Atlantis\""))
            .withHeader("Content-Type", "text/plain"));
    ConnectNumber number = numbers.describe(ID).await(PATIENCE);
    assertThat(number.status()).isEqualTo(NumberStatus.of("ON_HOLD"));
    assertThat(number.type()).contains(NumberType.of("SATELLITE"));
    assertThat(number.country()).isEmpty();
  }

  private PhoneNumberException failure(String verb) {
    Answer<?> started =
        switch (verb) {
          case "CLAIM" -> numbers.claim(NUMBER).to(TARGET).start();
          case "MOVE" -> numbers.move(ID).to(TARGET).start();
          case "DESCRIBE" -> numbers.describe(ID);
          case "LIST" -> numbers.list().first(1);
          case "IMPORT" -> numbers.importNumber(SOURCE).to(TARGET).start();
          case "DESCRIBED" -> numbers.updateDescription(ID, "Night line").start();
          case "RELEASE" -> numbers.release(ID).confirm(NUMBER).start();
          case "TAG" -> numbers.tag(ARN, Map.of("team", "support")).start();
          case "FLOW" -> numbers.attachFlow(ID, FLOW).start();
          default ->
              numbers.search(CountryCode.of("US"), NumberType.DID).offeredTo(TARGET).first(1);
        };
    return catchThrowableOfType(PhoneNumberException.class, () -> started.await(PATIENCE));
  }
}
