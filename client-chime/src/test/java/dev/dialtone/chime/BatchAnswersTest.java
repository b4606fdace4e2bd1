package dev.dialtone.chime;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static dev.dialtone.aws.testing.RawService.error;
import static dev.dialtone.aws.testing.RawService.json;
import static dev.dialtone.chime.OverHttp.DESCRIBED;
import static dev.dialtone.chime.OverHttp.NUMBER;
import static dev.dialtone.chime.OverHttp.PATIENCE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.dialtone.Batch;
import dev.dialtone.Operation;
import dev.dialtone.Outcome;
import dev.dialtone.Outcome.Done;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.aws.testing.RawService;
import dev.dialtone.aws.testing.Told;
import dev.dialtone.error.AccessDeniedException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.ThrottledException;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testing.FastTimer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be answered to a change of two calling names with one request, and how each ends. */
class BatchAnswersTest {
  private static final String PAIRS = "dev.dialtone.chime.ChimeKind#pairs";
  private static final RawService SERVICE = new RawService();
  private static final E164 SECOND = E164.of("+12065550101");
  private static final Map<E164, CallingName> BOTH = both();

  /** Before the request both are without a name; after it both have theirs. */
  private static final String ASKED = "asked";

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

  /** The second is not in the answer, and so it was taken; that it is done, a read tells. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # id of the first | code                                 | message  | kind              | reached | again | leaf
          %2B12065550100    | BadRequest                           | No       | INVALID_PARAMETER | YES     | false | InvalidRequest
          %2b12065550100    | Unprocessable                        | No       | INVALID_PARAMETER | YES     | false | InvalidRequest
          +12065550100      | NotFound                             | No       | NOT_FOUND         | YES     | false | NotFound
          %2B12065550100    | Gone                                 | No       | NOT_FOUND         | YES     | false | NotFound
          +12065550100      | Unauthorized                         | No       | ACCESS_DENIED     | YES     | false | AccessDenied
          %2B12065550100    | Forbidden                            | No       | ACCESS_DENIED     | YES     | false | AccessDenied
          %2b12065550100    | AccessDenied                         | No       | ACCESS_DENIED     | YES     | false | AccessDenied
          %2B12065550100    | Conflict                             | Pending  | CONFLICT          | YES     | false | Conflict
          %2B12065550100    | ResourceLimitExceeded                | Limit    | LIMIT_EXCEEDED    | YES     | false | Unexpected
          %2B12065550100    | Throttled                            | Slowly   | THROTTLED         | YES     | true  | Throttled
          %2B12065550100    | Throttling                           | Slowly   | THROTTLED         | YES     | true  | Throttled
          %2B12065550100    | ServiceFailure                       | Oops     | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          %2B12065550100    | ServiceUnavailable                   | Later    | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          %2B12065550100    | PreconditionFailed                   | No       | UNEXPECTED        | YES     | false | Unexpected
          %2B12065550100    | VoiceConnectorGroupAssociationsExist | No       | UNEXPECTED        | YES     | false | Unexpected
          %2B12065550100    | PhoneNumberAssociationsExist         | No       | UNEXPECTED        | YES     | false | Unexpected
          %2B12065550100    | Foo                                  | ?        | UNEXPECTED        | MAYBE   | false | OutcomeUnknown
          %2B12065550100    | Foo                                  | huge     | UNEXPECTED        | MAYBE   | false | OutcomeUnknown
          %2B12065550100    |                                      | No code  | UNEXPECTED        | MAYBE   | false | OutcomeUnknown
          %2B12065550100    |                                      |          | UNEXPECTED        | MAYBE   | false | OutcomeUnknown
          %2B12065550100    | NotFound                             |          | NOT_FOUND         | YES     | false | NotFound
          %2B12065550100    | Forbidden                            | huge     | ACCESS_DENIED     | YES     | false | AccessDenied
          """)
  void batch_oneRefused_endsSoAndTheOtherIsDone(
      String id,
      @Nullable String code,
      @Nullable String message,
      Kind kind,
      Reached reached,
      boolean again,
      String leaf) {
    String text = "huge".equals(message) ? "x +12065550100\\n ".repeat(10_000) : message;
    for (ChimeKind client : ChimeKind.pairs()) {
      answerWith(refusing(item(id, code, text)));
      try (PhoneNumbers numbers = numbers(client, 1)) {
        Batch<ChimeNumber> batch = numbers.updateCallingNames(BOTH).start();
        assertThat(batch.await(PATIENCE).get(SECOND)).as("%s", client).isInstanceOf(Done.class);
        if (leaf.equals("OutcomeUnknown")) { // The answer tells nothing, but a read does.
          assertThat(batch.await(PATIENCE).get(NUMBER)).isInstanceOf(Done.class);
        } else {
          new Told(kind, reached, again, leaf).assertBy(failure(batch, NUMBER), client);
        }
      }
      assertThat(SERVICE.requests("POST")).as("%s", client).isEqualTo(1);
    }
  }

  /** Nobody's outcome is known by what is no answer to the request, or is no answer at all. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # status and code                | message or body                                                      | kind              | reached | again | leaf
          400 BadRequestException          | Bad                                                                  | INVALID_PARAMETER | YES     | false | InvalidRequest
          401 UnauthorizedClientException  | Who?                                                                 | ACCESS_DENIED     | YES     | false | AccessDenied
          403 ForbiddenException           | No                                                                   | ACCESS_DENIED     | YES     | false | AccessDenied
          404 NotFoundException            | No                                                                   | NOT_FOUND         | YES     | false | NotFound
          409 ConflictException            | Pending                                                              | CONFLICT          | YES     | false | Conflict
          422 UnprocessableEntityException | No                                                                   | INVALID_PARAMETER | YES     | false | InvalidRequest
          429 ThrottledClientException     | Slowly                                                               | THROTTLED         | YES     | true  | Throttled
          500 ServiceFailureException      | Oops                                                                 | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          503 ServiceUnavailableException  | Later                                                                | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          400 FooException                 | ?                                                                    | UNEXPECTED        | YES     | false | Unexpected
          403                              | page                                                                 | ACCESS_DENIED     | YES     | false | AccessDenied
          502                              | page                                                                 | SERVICE_FAILURE   | MAYBE   | true  | OutcomeUnknown
          307                              | page                                                                 | UNEXPECTED        | MAYBE   | false | OutcomeUnknown
          200                              | empty                                                                | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | nothing                                                              | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          204                              | nothing                                                              | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | page                                                                 | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | gzip                                                                 | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {}                                                                   | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | []                                                                   | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":null}                                           | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":{}}                                             | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":[null]}                                         | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":["%2B12065550100"]}                             | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":[                                               | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":[{"PhoneNumberId":"%2B12065550100","ErrorCode": | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":[{}]}                                           | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":[{"ErrorCode":"NotFound","ErrorMessage":"No"}]} | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":[{"PhoneNumberId":"%252B12065550100"}]}         | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":[{"PhoneNumberId":"12065550100"}]}              | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          200                              | {"PhoneNumberErrors":[{"PhoneNumberId":"%2B12065550109"}]}           | UNREADABLE        | MAYBE   | true  | OutcomeUnknown
          """)
  void batch_badAnswer_endsEachSoWithoutARepeat(
      String answer, String body, Kind kind, Reached reached, boolean again, String leaf) {
    for (ChimeKind client : ChimeKind.pairs()) {
      answerWith(RawService.answer(answer, body.equals("empty") ? "" : body));
      try (PhoneNumbers numbers = numbers(client, 1)) {
        Batch<ChimeNumber> batch = numbers.updateCallingNames(BOTH).start();
        if (leaf.equals("OutcomeUnknown")) { // The answer tells nothing, but reads do.
          assertThat(batch.await(PATIENCE).values()).allMatch(Done.class::isInstance);
        } else {
          for (E164 number : BOTH.keySet()) {
            PhoneNumberException failure = failure(batch, number);
            new Told(kind, reached, again, leaf).assertBy(failure, client);
            assertThat(answer).startsWith(Integer.toString(Told.status(failure)));
          }
        }
      }
      assertThat(SERVICE.requests("POST")).as("%s", client).isEqualTo(1);
    }
  }

  /** Also the error that came with it is taken for nothing: reads tell that both are done. */
  @ParameterizedTest
  @EnumSource
  void batch_errorOfANumberNotAskedFor_isReadAboutForEach(ChimeKind client) {
    answerWith(
        refusing(
            item("%2B12065550100", "Forbidden", "No") + item("%2B12065550109", "NotFound", "No")));
    try (PhoneNumbers numbers = numbers(client, 4)) {
      Map<E164, Outcome<ChimeNumber>> outcomes =
          numbers.updateCallingNames(BOTH).start().await(PATIENCE);
      assertThat(outcomes.values()).hasSize(2).allMatch(Done.class::isInstance);
    }
    assertThat(SERVICE.requests("POST")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void batch_sameNumberRefusedTwice_isAsUnsureAsTheWorseOfThem(ChimeKind client) {
    String sure = item("%2B12065550100", "Forbidden", "No");
    String unsure = item("+12065550100", "ServiceFailure", "Oops");
    for (String items : new String[] {sure + unsure, unsure + sure}) {
      answerWith(refusing(items));
      try (PhoneNumbers numbers = numbers(client, 1)) {
        Batch<ChimeNumber> batch = numbers.updateCallingNames(BOTH).start();
        // A sure refusal would be told; this is read about, and was done.
        assertThat(batch.await(PATIENCE).get(NUMBER)).isInstanceOf(Done.class);
      }
    }
    answerWith(refusing(sure + item("%2b12065550100", "NotFound", "No")));
    try (PhoneNumbers numbers = numbers(client, 1)) {
      Batch<ChimeNumber> batch = numbers.updateCallingNames(BOTH).start();
      assertThat(failure(batch, NUMBER)).isInstanceOf(AccessDeniedException.class);
      assertThat(batch.await(PATIENCE).get(SECOND)).isInstanceOf(Done.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void batch_throttledWithRetryAfter_tellsItOfEach(ChimeKind client) {
    answerWith(error(429, "ThrottledClientException", "Slowly").withHeader("Retry-After", "7"));
    try (PhoneNumbers numbers = numbers(client, 1)) {
      Batch<ChimeNumber> batch = numbers.updateCallingNames(BOTH).start();
      for (E164 number : BOTH.keySet()) {
        assertThat(failure(batch, number))
            .isInstanceOfSatisfying(
                ThrottledException.class,
                throttled -> assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(7)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(PAIRS)
  void batch_throttledOnceWithRetryAfter_isSentAgainTogetherAfterThat(ChimeKind client) {
    answerWith(refusing(""));
    SERVICE.answers(
        post(anyUrl()).inScenario("names").whenScenarioStateIs(STARTED).willSetStateTo("again"),
        error(429, "ThrottledClientException", "Slowly").withHeader("Retry-After", "7"));
    long since = timer.nanoTime();
    try (PhoneNumbers numbers = numbers(client, 4)) {
      Map<E164, Outcome<ChimeNumber>> outcomes =
          numbers.updateCallingNames(BOTH).start().await(PATIENCE);
      assertThat(outcomes.values()).hasSize(2).allMatch(Done.class::isInstance);
    }
    assertThat(Duration.ofNanos(timer.nanoTime() - since)).isGreaterThan(Duration.ofSeconds(7));
    assertThat(SERVICE.requests("POST")).isGreaterThanOrEqualTo(2);
  }

  /** A 200 without errors is not success. */
  @ParameterizedTest
  @MethodSource(PAIRS)
  void batch_acceptedAndNotThere_isNotDone(ChimeKind client) {
    answerWith(refusing(""));
    showAlways("");
    try (PhoneNumbers numbers = numbers(client, 1)) {
      Batch<ChimeNumber> batch = numbers.updateCallingNames(BOTH).start();
      for (Operation<ChimeNumber> change : batch.operations().values()) {
        Awaitility.await().until(() -> change.progress().looks() > 3);
        assertThat(change.progress().stage()).isEqualTo(Stage.SETTLING);
        change.cancel();
        assertThat(
                catchThrowableOfType(StillInProgressException.class, () -> change.await(PATIENCE)))
            .isNotNull();
      }
    }
  }

  private static Map<E164, CallingName> both() {
    Map<E164, CallingName> names = new LinkedHashMap<>();
    names.put(NUMBER, CallingName.of("ACME"));
    names.put(SECOND, CallingName.of("ACME"));
    return names;
  }

  private static String item(String id, @Nullable String code, @Nullable String message) {
    return "{\"PhoneNumberId\":\""
        + id
        + "\""
        + (code == null ? "" : ",\"ErrorCode\":\"" + code + "\"")
        + (message == null ? "" : ",\"ErrorMessage\":\"" + message + "\"")
        + "}";
  }

  private static ResponseDefinitionBuilder refusing(String items) {
    return json(200, "{\"PhoneNumberErrors\":[" + items.replace("}{", "},{") + "]}");
  }

  private static void answerWith(ResponseDefinitionBuilder answer) {
    SERVICE.answers(answer);
    SERVICE.answers(post(anyUrl()).inScenario("names").willSetStateTo(ASKED), answer);
    showAlways("");
    show(ASKED, "ACME");
  }

  private static void showAlways(String name) {
    show(null, name);
  }

  /** In that state both numbers have that name, by themselves and in the list. */
  private static void show(@Nullable String state, String name) {
    String first = described(name);
    String second = first.replace("2065550100", "2065550101");
    answer(state, "/phone-numbers/%2B12065550100", "{\"PhoneNumber\":" + first + "}");
    answer(state, "/phone-numbers/%2B12065550101", "{\"PhoneNumber\":" + second + "}");
    answer(state, "/phone-numbers", "{\"PhoneNumbers\":[" + first + "," + second + "]}");
  }

  private static void answer(@Nullable String state, String path, String body) {
    var one = get(path.endsWith("s") ? urlPathEqualTo(path) : urlEqualTo(path));
    SERVICE.answers(
        state == null ? one : one.inScenario("names").whenScenarioStateIs(state), json(200, body));
  }

  private static String described(String name) {
    String whole = DESCRIBED.strip();
    String number = whole.substring("{\"PhoneNumber\": ".length(), whole.length() - 1);
    return name.isEmpty()
        ? number
        : number.replace(
            "\"CallingNameStatus\": \"Unassigned\"",
            "\"CallingName\": \"" + name + "\", \"CallingNameStatus\": \"UpdateSucceeded\"");
  }

  private static PhoneNumberException failure(Batch<ChimeNumber> batch, E164 number) {
    Operation<ChimeNumber> change = requireNonNull(batch.operations().get(number));
    return catchThrowableOfType(PhoneNumberException.class, () -> change.await(PATIENCE));
  }

  private PhoneNumbers numbers(ChimeKind client, int attempts) {
    return PhoneNumbers.builder()
        .chime(clients.adapter(client, SERVICE.endpoint()))
        .quota(Quota.of(1_000_000, 1_000_000))
        .timer(timer)
        .attempts(attempts)
        .build();
  }
}
