package dev.dialtone;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that a caller can get wrong, and what is said about it: the field, the rule, and the
 * value's flaw. Nothing is sent and nothing is journalled. Both or no target, a group for an import
 * and a release without a confirmation do not compile.
 */
class BadInputTest {
  private static final String HERE = "arn:aws:connect:us-west-2:111122223333:";
  private static final String ELSEWHERE = "arn:aws:connect:eu-west-2:111122223333:";
  private static final String STRANGER = "arn:aws:connect:us-west-2:444455556666:";
  private static final String CHINA = "arn:aws-cn:connect:us-west-2:111122223333:";
  private static final String SMS = "arn:aws:sms-voice:us-west-2:111122223333:phone-number/phone-1";
  private static final PhoneNumberId ID = PhoneNumberId.of("0a1b2c3d-0000-4000-8000-00000000000a");
  private static final E164 NUMBER = World.NUMBER;

  /** Told its account, so that the ARNs can be held against it. */
  private final World world = new World(numbers -> numbers.account("111122223333"));

  /** Uses the facade; the target is a good one. */
  private interface Use {
    Object of(PhoneNumbers numbers, Target.Instance good);
  }

  private static Arguments row(Use use, String field, String... says) {
    return arguments(field + " " + List.of(says), use, field, List.of(says));
  }

  static Stream<Arguments> requests() {
    return Stream.of(
            claims(), imports(), moves(), changes(), releases(), searches(), lists(), tags())
        .flatMap(Function.identity());
  }

  private static Stream<Arguments> claims() {
    return Stream.of(
        row((n, i) -> n.claim(NUMBER).to(instance(ELSEWHERE)).start(), "target", "us-west-2", "eu"),
        row((n, i) -> n.claim(NUMBER).to(group(ELSEWHERE)).start(), "target", "Region", "eu-west"),
        row(
            (n, i) -> n.claim(NUMBER).to(instance(STRANGER)).start(),
            "target",
            "account",
            "4444-5555-6666"),
        row(
            (n, i) -> n.claim(NUMBER).to(group(STRANGER)).start(),
            "target",
            "account",
            "4444-5555-6666"),
        row((n, i) -> n.claim(NUMBER).to(instance(CHINA)).start(), "target", "partition", "aws-cn"),
        row(
            (n, i) -> n.claim(NUMBER).to(i).description("x".repeat(501)).start(),
            "description",
            "at most 500",
            "has 501"),
        row((n, i) -> n.claim(NUMBER).to(i).attachFlow(flow(HERE)).start(), "flow", "belong"),
        row(
            (n, i) -> n.claim(NUMBER).to(group(HERE)).attachFlow(flow(ELSEWHERE)).start(),
            "flow",
            "Region",
            "eu-west-2"),
        row(
            (n, i) -> n.claim(NUMBER).to(group(HERE)).attachFlow(flow(STRANGER)).start(),
            "flow",
            "account",
            "4444-5555-6666"),
        row(
            (n, i) -> n.claim(NUMBER).to(group(HERE)).attachFlow(flow(CHINA)).start(),
            "flow",
            "partition",
            "aws-cn"));
  }

  private static Stream<Arguments> imports() {
    SourceNumber good = SourceNumber.of(SMS);
    return Stream.of(
        row(
            (n, i) -> n.importNumber(source(SMS.replace("us-west-2", "eu-west-2"))).to(i).start(),
            "source",
            "Region",
            "eu-west-2"),
        row(
            (n, i) -> n.importNumber(source(SMS.replace("aws", "aws-cn"))).to(i).start(),
            "source",
            "partition",
            "aws-cn"),
        row(
            (n, i) -> n.importNumber(good).to(instance(ELSEWHERE)).start(),
            "target",
            "Region",
            "eu-west-2"),
        row((n, i) -> n.importNumber(good).to(instance(STRANGER)).start(), "target", "account"),
        row(
            (n, i) -> n.importNumber(good).to(i).description("x".repeat(600)).start(),
            "description",
            "has 600"),
        row((n, i) -> n.importNumber(good).to(i).tag("aws:a", "b").start(), "tag 'aws:a'", "aws:"),
        row((n, i) -> n.importNumber(good).to(i).attachFlow(flow(HERE)).start(), "flow", "belong"));
  }

  private static Stream<Arguments> moves() {
    return Stream.of(
        row((n, i) -> n.move(ID).to(instance(ELSEWHERE)).start(), "target", "Region", "eu-west-2"),
        row(
            (n, i) -> n.move(ID).to(group(STRANGER)).start(),
            "target",
            "account",
            "4444-5555-6666"),
        row((n, i) -> n.move(ID).to(i).attachFlow(flow(HERE)).start(), "flow", "belong"),
        row((n, i) -> n.move(id(STRANGER)).to(i).start(), "id", "account", "4444-5555-6666"),
        row((n, i) -> n.move(id(CHINA)).to(i).start(), "id", "partition", "aws-cn"));
  }

  private static Stream<Arguments> changes() {
    return Stream.of(
        row((n, i) -> n.describe(id(STRANGER)), "id", "account", "4444-5555-6666"),
        row(
            (n, i) -> n.updateDescription(ID, "☎".repeat(501)).start(),
            "description",
            "at most 500",
            "has 501"),
        row((n, i) -> n.updateDescription(id(STRANGER), "x").start(), "id", "account"),
        row((n, i) -> n.attachFlow(ID, flow(ELSEWHERE)).start(), "flow", "Region", "eu-west-2"),
        row(
            (n, i) -> n.attachFlow(ID, flow(STRANGER)).start(),
            "flow",
            "account",
            "4444-5555-6666"),
        row((n, i) -> n.attachFlow(id(CHINA), flow(HERE)).start(), "id", "partition"),
        row((n, i) -> n.detachFlow(id(STRANGER)).start(), "id", "account"),
        row(
            (n, i) -> n.detachFlow(ID, instance(ELSEWHERE)).start(),
            "target",
            "Region",
            "eu-west-2"));
  }

  private static Stream<Arguments> releases() {
    return Stream.of(
        row(
            (n, i) -> n.release(id(STRANGER)).confirm(NUMBER).start(),
            "id",
            "account",
            "4444-5555-6666"),
        row((n, i) -> n.release(id(CHINA)).confirm(NUMBER).start(), "id", "partition", "aws-cn"));
  }

  private static Stream<Arguments> searches() {
    return Stream.of(
        row((n, i) -> search(n, instance(ELSEWHERE)).first(1), "target", "Region", "eu-west-2"),
        row((n, i) -> search(n, group(STRANGER)).stream(), "target", "account", "4444-5555-6666"),
        row((n, i) -> search(n, i).prefix("").first(1), "prefix", "1 to 11 digits", "0 characters"),
        row((n, i) -> search(n, i).prefix("+").first(1), "prefix", "1 character"),
        row((n, i) -> search(n, i).prefix("+123456789012").stream(), "prefix", "13 characters"),
        row((n, i) -> search(n, i).prefix("+1 800").first(1), "prefix", "6 characters"),
        row((n, i) -> search(n, i).prefix("+1800x").first(1), "prefix", "digits"),
        row((n, i) -> search(n, i).prefix("+1800\n").first(1), "prefix", "digits"),
        row((n, i) -> search(n, i).pageSize(0).first(1), "pageSize", "1 to 10", "was 0"),
        row((n, i) -> search(n, i).pageSize(11).stream(), "pageSize", "1 to 10", "was 11"),
        row((n, i) -> search(n, i).pageSize(-1).stream(), "pageSize", "was -1"),
        row((n, i) -> search(n, i).first(0), "first", "at least 1", "was 0"),
        row((n, i) -> search(n, i).first(-7), "first", "was -7"));
  }

  private static Stream<Arguments> lists() {
    CountryCode[] countries =
        IntStream.range(0, 11)
            .mapToObj(i -> CountryCode.of("A" + (char) ('A' + i)))
            .toArray(CountryCode[]::new);
    NumberType[] types =
        IntStream.range(0, 7).mapToObj(i -> NumberType.of("TYPE_" + i)).toArray(NumberType[]::new);
    return Stream.of(
        row((n, i) -> n.list().in(instance(ELSEWHERE)).stream(), "target", "Region", "eu-west-2"),
        row((n, i) -> n.list().in(group(STRANGER)).first(1), "target", "account", "4444-5555-6666"),
        row((n, i) -> n.list().countries(countries).first(1), "countries", "most 10", "are 11"),
        row((n, i) -> n.list().types(types).stream(), "types", "at most 6", "there are 7"),
        row((n, i) -> n.list().prefix("1-800").first(1), "prefix", "5 characters"),
        row((n, i) -> n.list().prefix("+123456789012").first(1), "prefix", "13 characters"),
        row((n, i) -> n.list().pageSize(0).first(1), "pageSize", "1 to 1000", "was 0"),
        row((n, i) -> n.list().pageSize(1_001).stream(), "pageSize", "1 to 1000", "was 1001"),
        row((n, i) -> n.list().first(0), "first", "at least 1", "was 0"));
  }

  private static Stream<Arguments> tags() {
    Map<String, String> many =
        IntStream.range(0, 51).boxed().collect(toMap(i -> "key" + i, i -> "value"));
    return Stream.of(
        row((n, i) -> n.tag(ID, Map.of()).start(), "tags", "at least 1", "none"),
        row((n, i) -> n.tag(ID, many).start(), "tags", "at most 50", "51"),
        row((n, i) -> n.tag(ID, Map.of("", "x")).start(), "tag", "1 to 128", "empty"),
        row(
            (n, i) -> n.tag(ID, Map.of("k".repeat(129), "x")).start(),
            "tag '" + "k".repeat(128) + "' (key)",
            "at most 128",
            "has 129"),
        row((n, i) -> n.tag(ID, Map.of("aws:x", "x")).start(), "tag 'aws:x'", "begin with 'aws:'"),
        row((n, i) -> n.tag(ID, Map.of("a#b", "x")).start(), "tag 'a#b'", "letters, digits"),
        row((n, i) -> n.tag(ID, Map.of("a\nb", "x")).start(), "tag 'a?b'", "letters, digits"),
        row(
            (n, i) -> n.tag(ID, Map.of("team", "v".repeat(257))).start(),
            "tag 'team' (value)",
            "at most 256",
            "has 257"),
        row((n, i) -> n.tag(id(STRANGER), Map.of("a", "b")).start(), "id", "account"),
        row((n, i) -> n.untag(ID, List.of()).start(), "keys", "at least 1", "none"),
        row((n, i) -> n.untag(ID, many.keySet()).start(), "keys", "at most 50", "51"),
        row((n, i) -> n.untag(ID, List.of("aws:x")).start(), "tag 'aws:x'", "begin with 'aws:'"),
        row((n, i) -> n.untag(ID, List.of("")).start(), "tag", "empty"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void request_breakingARule_namesFieldRuleAndFlawAndSendsNothing(
      String name, Use use, String field, List<String> says) {
    InvalidRequestException invalid =
        catchThrowableOfType(
            InvalidRequestException.class, () -> use.of(world.numbers, world.instance));
    assertThat(invalid.violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.field()).isEqualTo(field))
        .satisfies(violation -> assertThat(violation.message()).contains(says));
    assertThat(invalid).hasMessageContainingAll(field, "1 rule", "nothing sent");
    assertThat(invalid.advice()).isNotBlank();
    assertThat(invalid.retryable()).isFalse();
    Leaks.assertNone(invalid);
    assertThat(world.connect.calls()).isEmpty();
    assertThat(world.journal.entries()).isEmpty();
  }

  @Test
  void request_breakingManyRules_saysAllOfThemInOneFailure() {
    InvalidRequestException invalid =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                world
                    .numbers
                    .importNumber(SourceNumber.of(SMS.replace("us-west-2", "eu-west-2")))
                    .to(instance(STRANGER))
                    .description("x".repeat(501))
                    .tag("aws:a", "v".repeat(257))
                    .attachFlow(flow(ELSEWHERE))
                    .start());
    assertThat(invalid.violations())
        .extracting(Violation::field)
        .containsExactly(
            "target", "source", "description", "tag 'aws:a'", "tag 'aws:a' (value)", "flow");
    assertThat(world.connect.calls()).isEmpty();
  }

  @Test
  void accountNotTold_theArnsOfARequestAreHeldAgainstEachOther() {
    World untold = new World();
    assertThat(
            catchThrowableOfType(
                    InvalidRequestException.class,
                    () ->
                        untold
                            .numbers
                            .move(id(STRANGER))
                            .to(untold.instance)
                            .attachFlow(flow(CHINA))
                            .start())
                .violations())
        .extracting(Violation::toString)
        .anySatisfy(said -> assertThat(said).startsWith("target: its account must be that of"))
        .anySatisfy(said -> assertThat(said).startsWith("flow: its partition"));
  }

  /** What AWS does not say is left to AWS. */
  @Test
  void notSure_isLeftToTheService() {
    assertThat(world.numbers.describe(id(ELSEWHERE)).toFuture()).isCompletedExceptionally();
    assertThat(search(world.numbers, group(ELSEWHERE)).first(1).toFuture()).isDone();
    assertThat(world.numbers.list().in(group(ELSEWHERE)).first(1).toFuture()).isDone();
    world
        .numbers
        .importNumber(SourceNumber.of(SMS.replace("111122223333", "444455556666")))
        .to(world.instance)
        .start();
    assertThat(world.connect.calls()).hasSize(4);
  }

  @Test
  void arguments_thatAreNoRequest_areRefusedAtOnce() {
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class, () -> world.claim().deadline(ZERO)))
        .hasMessageContaining("deadline must be above zero");
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class,
                () -> world.numbers.updateDescription(ID, "x").deadline(ofSeconds(-1))))
        .hasMessageContaining("deadline");
  }

  private static SearchRequest search(PhoneNumbers numbers, Target target) {
    return numbers.search(CountryCode.of("US"), NumberType.TOLL_FREE).offeredTo(target);
  }

  private static SourceNumber source(String arn) {
    return SourceNumber.of(arn);
  }

  private static Target.Instance instance(String place) {
    return Target.instance(place + "instance/0a1b2c3d");
  }

  private static Target.TrafficDistributionGroup group(String place) {
    return Target.trafficDistributionGroup(place + "traffic-distribution-group/0a1b2c3d");
  }

  private static ContactFlow flow(String place) {
    return ContactFlow.of(place + "instance/0a1b2c3d/contact-flow/0a1b2c3d");
  }

  private static PhoneNumberId id(String place) {
    return PhoneNumberId.of(place + "phone-number/0a1b2c3d");
  }
}
