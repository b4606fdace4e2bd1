package dev.dialtone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are not what they are given for, and what is said about them. */
class BadValuesTest {
  private static final String HERE = "arn:aws:connect:us-west-2:111122223333:";

  static Stream<Arguments> values() {
    return Stream.of(
        bad(() -> E164.of(""), "2 to 15 digits", "was empty"),
        bad(() -> E164.of("18005550100"), "'+'", "did not begin"),
        bad(() -> E164.of("+08005550100"), "first not 0", "began with 0"),
        bad(() -> E164.of("+1"), "2 to 15", "had 1 digits"),
        bad(() -> E164.of("+1234567890123456"), "2 to 15", "had 16 digits"),
        bad(() -> E164.of("+1 (800) 555-0100"), "something else than digits"),
        bad(() -> E164.of("%2B18005550100"), "did not begin"),
        bad(() -> CountryCode.of("usa"), "two capital letters", "'usa'"),
        bad(() -> CountryCode.of(""), "two capital letters", "empty"),
        bad(() -> NumberType.of(" "), "must not be blank"),
        bad(() -> Target.instance(""), "1 to 100 characters", "empty"),
        bad(() -> Target.instance("x".repeat(101)), "1 to 100 characters"),
        bad(() -> Target.instance("a b"), "without blanks", "'a b'"),
        bad(() -> Target.instance(HERE + "traffic-distribution-group/g"), "instance/{instance id}"),
        bad(() -> Target.instance("arn:aws:lex:us-west-2:111122223333:instance/i"), ":connect:"),
        bad(() -> Target.instance("arn:aws:connect::111122223333:instance/i"), "{region}"),
        bad(() -> Target.instance("arn:aws:connect:us-west-2::instance/i"), "{account}"),
        bad(() -> Target.instance("arn:aws:connect:us-west-2:1234:instance/i"), "12 digits"),
        bad(() -> Target.instance("arn:nimbus:connect:us-west-2:111122223333:instance/i"), "arn:"),
        bad(() -> Target.trafficDistributionGroup(HERE + "instance/i"), "traffic-distribution"),
        bad(() -> Target.trafficDistributionGroup("0a1b2c3d"), "an ARN must be", "'0a1b2c3d'"),
        bad(() -> ContactFlow.of(HERE + "instance/i"), "contact-flow/{flow id}"),
        bad(() -> ContactFlow.of(HERE + "instance/i/contact-flow/" + "f".repeat(501)), "flow id"),
        bad(() -> ContactFlow.of("0a1b2c3d"), "an ARN must be"),
        bad(() -> PhoneNumberId.of("+18005550100"), "not the number itself", "'*******0100'"),
        bad(() -> PhoneNumberId.of("a/b"), "UUID or ARN", "'a/b'"),
        bad(() -> PhoneNumberId.of(""), "UUID or ARN", "empty"),
        bad(() -> PhoneNumberId.of(HERE + "instance/i"), "phone-number/{number id}"),
        bad(() -> SourceNumber.of(HERE + "phone-number/n"), "another service", "has this one"),
        bad(() -> SourceNumber.of("arn:aws:sms-voice::111122223333:phone-number/p"), "Region"),
        bad(() -> SourceNumber.of("arn:aws:sms-voice:us-west-2::phone-number/p"), "account"),
        bad(() -> SourceNumber.of("phone-1"), "an ARN must be", "'phone-1'"),
        bad(() -> Arn.parse("arn:aws:connect"), "{partition}"),
        bad(() -> Ticket.decode("dialtone2.x"), "damaged ticket"),
        bad(() -> Ticket.decode("dialtone9.abc"), "version 9"));
  }

  private static Arguments bad(Runnable use, String... says) {
    return arguments(List.of(says), use, says);
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("values")
  void value_ofABadForm_isRefusedAtOnceWithoutShowingANumber(
      List<String> name, Runnable use, String[] says) {
    IllegalArgumentException bad = catchThrowableOfType(IllegalArgumentException.class, use::run);
    assertThat(bad).hasMessageContainingAll(says);
    assertThat(bad.getMessage()).doesNotContain("8005550100", "555-0100");
  }
}
