package dev.dialtone.chime;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static dev.dialtone.aws.testing.RawService.error;
import static dev.dialtone.aws.testing.RawService.json;
import static dev.dialtone.chime.OverHttp.DESCRIBED;
import static dev.dialtone.chime.OverHttp.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.dialtone.Answer;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.RawService;
import dev.dialtone.aws.testing.Told;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.ThrottledException;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.CallingNameStatus;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.ChimeNumberType;
import dev.dialtone.model.ProductType;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testing.FastTimer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a service, or something before it, may answer, and what a caller then gets. */
class BadAnswersTest {
  private static final RawService SERVICE = new RawService();

  /** By the clock on the wall: no call here is repeated, nor is anything waited for. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Bodies that do not fit into a table, by name. */
  private static final Map<String, String> BODIES =
      Map.of(
          "empty", "",
          "truncated", DESCRIBED.substring(0, 90),
          "no number", DESCRIBED.replace("\"+12065550100\"", "null"),
          "bad number", DESCRIBED.replace("\"+12065550100\"", "\"206-555-0100\""),
          "id as number", DESCRIBED.replace("\"+12065550100\"", "\"%2B12065550100\""),
          "another", DESCRIBED.replace("2065550100", "2065550199"),
          "bad time", DESCRIBED.replace("2026-11-20T00:00:00.000Z", "yesterday"),
          "odd list", "{\"PhoneNumbers\": [null, {}]}",
          "huge", "x +12065550100 ".repeat(70_000));

  private final Clients clients = new Clients();

  private final FastTimer timer = new FastTimer();

  @AfterEach
  void close() {
    clients.close();
    timer.close();
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  /** A message with a code is an error of AWS; without one the body is sent as it is. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # verb   | status and code                     | message or body                        | kind              | reached | again | leaf
          DESCRIBE | 400 BadRequestException             | Bad number                             | INVALID_PARAMETER | YES     | false | InvalidRequest
          DESCRIBE | 401 UnauthorizedClientException     | Who?                                   | ACCESS_DENIED     | YES     | false | AccessDenied
          DESCRIBE | 403 ForbiddenException              | No                                     | ACCESS_DENIED     | YES     | false | AccessDenied
          DESCRIBE | 404 NotFoundException               | No +12065550100 here                   | NOT_FOUND         | YES     | false | NotFound
          DESCRIBE | 429 ThrottledClientException        | Slowly                                 | THROTTLED         | YES     | true  | Throttled
          DESCRIBE | 500 ServiceFailureException         | Oops                                   | SERVICE_FAILURE   | MAYBE   | true  | ServiceFailure
          DESCRIBE | 503 ServiceUnavailableException     | Later                                  | SERVICE_FAILURE   | MAYBE   | true  | ServiceFailure
          LIST     | 400 BadRequestException             | Bad token                              | INVALID_PARAMETER | YES     | false | InvalidRequest
          LIST     | 401 UnauthorizedClientException     | Who?                                   | ACCESS_DENIED     | YES     | false | AccessDenied
          LIST     | 403 ForbiddenException              | No                                     | ACCESS_DENIED     | YES     | false | AccessDenied
          LIST     | 404 NotFoundException               | No list                                | NOT_FOUND         | YES     | false | NotFound
          LIST     | 429 ThrottledClientException        | Slowly                                 | THROTTLED         | YES     | true  | Throttled
          LIST     | 500 ServiceFailureException         | Oops                                   | SERVICE_FAILURE   | MAYBE   | true  | ServiceFailure
          LIST     | 503 ServiceUnavailableException     | Later                                  | SERVICE_FAILURE   | MAYBE   | true  | ServiceFailure
          CALLING  | 400 BadRequestException             | Bad name                               | INVALID_PARAMETER | YES     | false | InvalidRequest
          CALLING  | 401 UnauthorizedClientException     | Who?                                   | ACCESS_DENIED     | YES     | false | AccessDenied
          CALLING  | 403 ForbiddenException              | No                                     | ACCESS_DENIED     | YES     | false | AccessDenied
          CALLING  | 404 NotFoundException               | Just gone                              | NOT_FOUND         | YES     | false | NotFound
          CALLING  | 409 ConflictException               | Pending                                | CONFLICT          | YES     | false | Conflict
          CALLING  | 429 ThrottledClientException        | Slowly                                 | THROTTLED         | YES     | true  | Throttled
          CALLING  | 500 ServiceFailureException         | huge                                   | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          CALLING  | 503 ServiceUnavailableException     | Later                                  | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          PRODUCT  | 400 BadRequestException             | Not this type                          | INVALID_PARAMETER | YES     | false | InvalidRequest
          PRODUCT  | 409 ConflictException               | Assigned                               | CONFLICT          | YES     | false | Conflict
          PRODUCT  | 500 ServiceFailureException         | Oops                                   | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          CALLING  | 422 UnprocessableEntityException    | No                                     | INVALID_PARAMETER | YES     | false | InvalidRequest
          CALLING  | 403 AccessDeniedException           | huge                                   | ACCESS_DENIED     | YES     | false | AccessDenied
          CALLING  | 400 ResourceLimitExceededException  | Limit                                  | LIMIT_EXCEEDED    | YES     | false | Unexpected
          DESCRIBE | 403 UnrecognizedClientException     | The security token is invalid          | ACCESS_DENIED     | YES     | false | AccessDenied
          DESCRIBE | 403 RequestTimeTooSkewed            | Your clock is wrong                    | ACCESS_DENIED     | YES     | true  | AccessDenied
          DESCRIBE | 410 GoneException                   | Gone                                   | NOT_FOUND         | YES     | false | NotFound
          DESCRIBE | 429 ThrottlingException             | Rate exceeded                          | THROTTLED         | YES     | true  | Throttled
          DESCRIBE | 429 TooManyRequestsException        | empty                                  | THROTTLED         | YES     | true  | Throttled
          DESCRIBE | 429                                 | page                                   | THROTTLED         | YES     | true  | Throttled
          DESCRIBE | 429 FooException                    | ?                                      | UNEXPECTED        | YES     | false | Unexpected
          CALLING  | 400 FooException                    | ?                                      | UNEXPECTED        | YES     | false | Unexpected
          CALLING  | 500 FooException                    | ?                                      | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          CALLING  | 404                                 | page                                   | UNEXPECTED        | YES     | false | Unexpected
          CALLING  | 401                                 | page                                   | ACCESS_DENIED     | YES     | false | AccessDenied
          DESCRIBE | 403                                 | {}                                     | ACCESS_DENIED     | YES     | false | AccessDenied
          DESCRIBE | 404                                 | page                                   | UNEXPECTED        | YES     | false | Unexpected
          DESCRIBE | 408                                 | empty                                  | UNEXPECTED        | YES     | false | Unexpected
          CALLING  | 409                                 | page                                   | UNEXPECTED        | YES     | false | Unexpected
          DESCRIBE | 502                                 | page                                   | SERVICE_FAILURE   | MAYBE   | true  | ServiceFailure
          CALLING  | 503                                 | page                                   | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          CALLING  | 504                                 | empty                                  | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          DESCRIBE | 301                                 | empty                                  | UNEXPECTED        | MAYBE   | false | Unexpected
          CALLING  | 307                                 | page                                   | UNEXPECTED        | MAYBE   | false | OutcomeUnknown
          CALLING  | 200                                 | empty                                  | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          CALLING  | 204                                 | empty                                  | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          CALLING  | 200                                 | page                                   | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          CALLING  | 200                                 | {}                                     | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          CALLING  | 200                                 | []                                     | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          CALLING  | 200                                 | truncated                              | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          CALLING  | 200                                 | {"PhoneNumber":"+12065550100"}         | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          PRODUCT  | 200                                 | page                                   | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          DESCRIBE | 200                                 | empty                                  | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | page                                   | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | {}                                     | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | {"PhoneNumber":{}}                     | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | truncated                              | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | no number                              | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | bad number                             | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | id as number                           | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | bad time                               | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | another                                | UNREADABLE        | MAYBE   | true  | Unexpected
          DESCRIBE | 200                                 | gzip                                   | UNREADABLE        | MAYBE   | true  | Unexpected
          LIST     | 200                                 | nothing                                | UNREADABLE        | MAYBE   | true  | Unexpected
          LIST     | 200                                 | page                                   | UNREADABLE        | MAYBE   | true  | Unexpected
          LIST     | 200                                 | truncated                              | UNREADABLE        | MAYBE   | true  | Unexpected
          LIST     | 200                                 | {"PhoneNumbers":{}}                    | UNREADABLE        | MAYBE   | true  | Unexpected
          LIST     | 200                                 | {"PhoneNumbers":["+12065550100"]}      | UNREADABLE        | MAYBE   | true  | Unexpected
          LIST     | 200                                 | odd list                               | UNREADABLE        | MAYBE   | true  | Unexpected
          """)
  void call_badAnswer_failsAsItsKindAndLeafWithoutARepeat(
      String verb,
      String answer,
      String body,
      Kind kind,
      Reached reached,
      boolean again,
      String leaf) {
    for (ChimeKind client : ChimeKind.pairs()) {
      answerWith(verb, RawService.answer(answer, BODIES.getOrDefault(body, body)));
      PhoneNumberException failure = failure(client, verb);
      new Told(kind, reached, again, leaf).assertBy(failure, client);
      assertThat(answer).startsWith(Integer.toString(Told.status(failure)));
      // What may have acted is read about once more, but never sent again.
      long sent = reads(verb) ? SERVICE.requests() : SERVICE.requests("POST");
      assertThat(sent).as("%s", client).isEqualTo(1);
    }
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
    for (ChimeKind client : ChimeKind.pairs()) {
      SERVICE.answers(
          error(429, "ThrottledClientException", "Slowly").withHeader("Retry-After", header));
      assertThat(failure(client, "DESCRIBE"))
          .isInstanceOfSatisfying(
              ThrottledException.class,
              throttled ->
                  assertThat(throttled.retryAfter())
                      .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void list_oneNumberOfAnotherForm_isLeftOutAndTheOthersAreThere(ChimeKind client) {
    SERVICE.answers(
        json(
            200,
            """
            {"PhoneNumbers": [
              {"PhoneNumberId": "12345", "E164PhoneNumber": "12345"},
              {"E164PhoneNumber": "+12065550100"}]}"""));
    try (PhoneNumbers numbers = numbers(client)) {
      assertThat(numbers.listChime().first(5).await(PATIENCE))
          .extracting(ChimeNumber::number)
          .containsExactly(NUMBER);
    }
  }

  @ParameterizedTest
  @EnumSource
  void list_pageWithoutNumbers_isEmptyAndThePagesAfterItCount(ChimeKind client) {
    SERVICE.answers(json(200, "{\"PhoneNumbers\": [{\"E164PhoneNumber\": \"+12065550100\"}]}"));
    SERVICE.answers(
        get(anyUrl()).inScenario("pages").whenScenarioStateIs(STARTED).willSetStateTo("more"),
        json(200, "{\"NextToken\": \"more\"}"));
    try (PhoneNumbers numbers = numbers(client)) {
      assertThat(numbers.listChime().first(5).await(PATIENCE)).hasSize(1);
    }
    assertThat(SERVICE.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void describe_unknownWords_areKeptOrLeftOut(ChimeKind client) {
    SERVICE.answers(
        json(
                200,
                DESCRIBED
                    .replace("\"Local\"", "\"Satellite\"")
                    .replace("VoiceConnector", "FaxMachine")
                    .replace("\"Status\": \"Unassigned\"", "\"Status\": \"Lent\"")
                    .replace("Status\": \"Unassigned\"", "Status\": \"UpdatePaused\"")
                    .replace("\"US\"", "\"Atlantis\""))
            .withHeader("Content-Type", "text/plain"));
    try (PhoneNumbers numbers = numbers(client)) {
      ChimeNumber number = numbers.describeChime(NUMBER).await(PATIENCE);
      assertThat(number.type()).contains(ChimeNumberType.of("Satellite"));
      assertThat(number.productType()).contains(ProductType.of("FaxMachine"));
      assertThat(number.status()).contains("Lent");
      assertThat(number.callingNameStatus()).contains(CallingNameStatus.of("UpdatePaused"));
      assertThat(number.country()).isEmpty();
    }
  }

  /** All but the number may be missing, and then it is not told. */
  @ParameterizedTest
  @EnumSource
  void describe_numberAlone_inventsNothing(ChimeKind client) {
    SERVICE.answers(
        json(
            200,
            "{\"PhoneNumber\": {\"E164PhoneNumber\": \"+12065550100\", \"CallingName\": \"\"}}"));
    try (PhoneNumbers numbers = numbers(client)) {
      assertThat(numbers.describeChime(NUMBER).await(PATIENCE))
          .isEqualTo(
              new ChimeNumber(
                  NUMBER,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
    }
  }

  /** What is changed is read before, and that goes well. */
  private static void answerWith(String verb, ResponseDefinitionBuilder answer) {
    SERVICE.answers(answer);
    if (!reads(verb)) {
      SERVICE.answers(get(anyUrl()), json(200, DESCRIBED));
    }
  }

  private static boolean reads(String verb) {
    return verb.equals("DESCRIBE") || verb.equals("LIST");
  }

  private PhoneNumberException failure(ChimeKind client, String verb) {
    try (PhoneNumbers numbers = numbers(client)) {
      Answer<?> started = start(numbers, verb);
      return catchThrowableOfType(PhoneNumberException.class, () -> started.await(PATIENCE));
    }
  }

  private PhoneNumbers numbers(ChimeKind client) {
    return PhoneNumbers.builder()
        .chime(clients.adapter(client, SERVICE.endpoint()))
        .attempts(1)
        .timer(timer)
        .build();
  }

  private static Answer<?> start(PhoneNumbers numbers, String verb) {
    return switch (verb) {
      case "DESCRIBE" -> numbers.describeChime(NUMBER);
      case "LIST" -> numbers.listChime().first(1);
      case "CALLING" -> numbers.updateCallingName(NUMBER, CallingName.of("ACME")).start();
      default ->
          numbers.updateProductType(NUMBER, ProductType.SIP_MEDIA_APPLICATION_DIAL_IN).start();
    };
  }
}
