package dev.dialtone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final String CONNECT = "arn:aws:connect:us-west-2:111122223333:";
  private static final String INSTANCE = CONNECT + "instance/0a1b2c3d-0000-4000-8000-000000000001";

  @ParameterizedTest
  @ValueSource(strings = {"+12", "+12065550100", "+123456789012345"})
  void e164_good_keepsTheNumberAndShowsFourDigits(String text) {
    assertThat(E164.of(text).value()).isEqualTo(text);
    assertThat(E164.of(text).toString()).matches("\\*+\\d{0,4}").hasSize(text.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "+1",
        "+0123456",
        "12065550100",
        "+1206555010a",
        "+1234567890123456",
        "+1 206 555 0100",
        " +12065550100",
        "+12065550100\n",
        "+١٢٣٤٥٦٧٨",
        "%2B12065550100"
      })
  void e164_bad_isRefusedWithoutRepeatingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> E164.of(text))
        .withMessageMatching(
            "a phone number must be '\\+' and 2 to 15 digits, the first not 0, for example"
                + " \\+12065550100, but (was|did|held|began|had) ?[^0-9]*\\d{0,2} ?[a-z]*");
  }

  @Test
  void e164_ofAChimeId_isTheNumberHoweverItIsSpelt() {
    assertThat(E164.ofChimeId("%2B12065550100")).isEqualTo(E164.of("+12065550100"));
    assertThat(E164.ofChimeId("+12065550100")).isEqualTo(E164.of("+12065550100"));
    assertThatIllegalArgumentException().isThrownBy(() -> E164.ofChimeId("%252B12065550100"));
  }

  @Test
  void e164_asText_isMasked() {
    assertThat(E164.of("+12065550100")).hasToString("*******0100");
    assertThat(E164.of("+12")).hasToString("**");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "us", "USA", "U1", "ÄÖ", "US\n"})
  void countryCode_bad_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CountryCode.of(text));
    assertThat(CountryCode.of("US")).hasToString("US");
  }

  @Test
  void openEnumerations_unknownWord_isKeptAndBlankIsRefused() {
    assertThat(NumberType.of("TOMORROWS_TYPE").value()).isEqualTo("TOMORROWS_TYPE");
    assertThat(NumberType.of("DID")).isEqualTo(NumberType.DID).hasToString("DID");
    assertThat(NumberStatus.of("PORTING")).hasToString("PORTING");
    assertThat(NumberStatus.of("CLAIMED")).isEqualTo(NumberStatus.CLAIMED);
    assertThatIllegalArgumentException().isThrownBy(() -> NumberType.of(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> NumberStatus.of(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:connect:us-west-2:111122223333:instance/a",
        "arn:aws-us-gov:connect:us-gov-west-1:111122223333:instance/a",
        "arn:aws:iam::111122223333:role/path/name",
        "arn:aws:s3:::bucket",
        "arn:aws:sms-voice:us-west-2:111122223333:phone-number/phone-0123456789abcdef"
      })
  void arn_good_isSpeltAsItWas(String text) {
    assertThat(Arn.parse(text).text()).isEqualTo(text);
    assertThat(Arn.parse(text)).hasToString(text).isEqualTo(Arn.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn",
        "arn:aws",
        "arn:aws:connect",
        "arn:aws:connect:us-west-2",
        "arn:aws:connect:us-west-2:1111:instance/a",
        "arn:aws:connect:us-west-2:11112222333:instance/a",
        "arn:aws:connect:us-west-2:1111222233334:instance/a",
        "arn:aws:connect:us-west-2:11112222333x:instance/a",
        "arn:aws:connect:us-west-2:111122223333::instance/a",
        "arn:aws::us-west-2:111122223333:instance/a",
        "arn:aws:connect:us_west_2:111122223333:instance/a",
        "arn:aws:Connect:us-west-2:111122223333:instance/a",
        "arn:aws_cn:connect:us-west-2:111122223333:instance/a",
        "arn:aw:connect:us-west-2:111122223333:instance/a",
        "arn:aws:connect:us-west-2:111122223333: instance/a",
        "arn:aws:connect:us-west-2:111122223333",
        "arn:aws:connect:us-west-2:111122223333:",
        "arn:gcp:connect:us-west-2:111122223333:instance/a",
        "arn:aws:connect:us-west-2:111122223333:instance/a b",
        "urn:aws:connect:us-west-2:111122223333:instance/a"
      })
  void arn_bad_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Arn.parse(text));
  }

  @Test
  void arn_parts_areThoseOfTheText() {
    Arn arn = Arn.parse("arn:aws-us-gov:connect:us-gov-west-1:111122223333:instance/a:b");
    assertThat(arn)
        .extracting(Arn::partition, Arn::service, Arn::region, Arn::account, Arn::resource)
        .containsExactly("aws-us-gov", "connect", "us-gov-west-1", "111122223333", "instance/a:b");
    assertThat(Arn.parse("arn:aws:s3:::bucket"))
        .extracting(Arn::region, Arn::account, Arn::resource)
        .containsExactly("", "", "bucket");
  }

  @Test
  void instance_byArnOrId_isTheSamePlace() {
    Target.Instance byArn = Target.instance(INSTANCE);
    Target.Instance byId = Target.instance("0A1B2C3D-0000-4000-8000-000000000001");
    assertThat(byArn.isSameAs(byId)).isTrue();
    assertThat(byId.isSameAs(byArn)).isTrue();
    assertThat(byArn.text()).isEqualTo(INSTANCE);
    assertThat(byId.text()).isEqualTo("0A1B2C3D-0000-4000-8000-000000000001");
    Target elsewhere = Target.instance(INSTANCE.replace("us-west-2", "eu-west-2"));
    assertThat(byArn.isSameAs(elsewhere)).isFalse();
    assertThat(byArn.isSameAs(Target.instance("another"))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Target.Instance("another", Optional.of(Arn.parse(INSTANCE))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a/b",
        "a:b",
        "arn:aws:connect:us-west-2:111122223333:traffic-distribution-group/a",
        "arn:aws:connect:us-west-2:111122223333:instance/a/contact-flow/b",
        "arn:aws:connect::111122223333:instance/a",
        "arn:aws:connect:us-west-2::instance/a",
        "arn:aws:lex:us-west-2:111122223333:instance/a"
      })
  void instance_bad_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Target.instance(text));
  }

  @Test
  void group_byArnOnly() {
    String arn = CONNECT + "traffic-distribution-group/0a1b";
    var group = Target.trafficDistributionGroup(arn);
    assertThat(group.text()).isEqualTo(arn);
    assertThat(group.isSameAs(Target.trafficDistributionGroup(arn))).isTrue();
    assertThat(group.isSameAs(Target.instance(INSTANCE))).isFalse();
    assertThat(Target.instance(INSTANCE).isSameAs(group)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Target.trafficDistributionGroup(INSTANCE))
        .withMessageContaining("traffic-distribution-group/{group id}");
    assertThatIllegalArgumentException().isThrownBy(() -> Target.trafficDistributionGroup("0a1b"));
  }

  @Test
  void contactFlow_itsArn_namesInstanceAndFlow() {
    ContactFlow flow = ContactFlow.of(INSTANCE + "/contact-flow/f-1");
    assertThat(flow.instanceId()).isEqualTo("0a1b2c3d-0000-4000-8000-000000000001");
    assertThat(flow.id()).isEqualTo("f-1");
    assertThat(flow).hasToString(INSTANCE + "/contact-flow/f-1");
    assertThatIllegalArgumentException().isThrownBy(() -> ContactFlow.of(INSTANCE));
    assertThatIllegalArgumentException().isThrownBy(() -> ContactFlow.of("f-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "+12065550100", "%2B12065550100", "a/b", INSTANCE})
  void phoneNumberId_bad_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PhoneNumberId.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0a1b2c3d-0000-4000-8000-000000000001", CONNECT + "phone-number/0a1b"})
  void phoneNumberId_good_isKept(String text) {
    assertThat(PhoneNumberId.of(text).value()).isEqualTo(text);
    assertThat(PhoneNumberId.of(text)).hasToString(text);
  }

  static Stream<Target> targets() {
    return Stream.of(Target.instance(INSTANCE), Target.instance("0a1b2c3d"));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void connectNumber_asText_isMaskedAndItsTagsAreItsOwn(Target target) {
    Map<String, String> tags = new java.util.HashMap<>(Map.of("team", "support"));
    ConnectNumber number =
        new ConnectNumber(
            PhoneNumberId.of("id-1"),
            Optional.empty(),
            E164.of("+12065550100"),
            Optional.empty(),
            Optional.empty(),
            NumberStatus.FAILED,
            Optional.of("no +12065550100"),
            Optional.of(target),
            Optional.of("line of +12065550100"),
            tags,
            Optional.empty());
    tags.clear();
    assertThat(number.tags()).containsOnlyKeys("team");
    assertThat(number).hasToString("ConnectNumber[*******0100 FAILED at " + target + ", id id-1]");
    assertThat(number.isAt(target)).isTrue();
  }
}
