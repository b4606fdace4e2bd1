package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.PATIENCE;
import static dev.dialtone.connect.OverHttp.body;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.Calls;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Move;
import dev.dialtone.spi.Page;
import dev.dialtone.testkit.RecordedRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What travels: method, path, query and body, to the letter. */
class WireTest {
  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final OverHttp world = new OverHttp(ZERO);
  private final ConnectPort port = ConnectAdapter.of(world.client());
  private final Call call = Calls.call();

  @AfterEach
  void close() {
    port.close();
    world.close();
  }

  @Test
  void search_withoutPrefix_hasNoneOnTheWire() {
    Calls.get(port.search(Ports.search(world.instance, Optional.empty()), call));
    RecordedRequest sent = only("SearchAvailablePhoneNumbers");
    assertLine(sent, "POST", "/phone-number/search-available");
    assertThat(body(sent))
        .containsOnly(
            entry("TargetArn", world.instance.text()),
            entry("PhoneNumberCountryCode", "US"),
            entry("PhoneNumberType", "TOLL_FREE"),
            entry("MaxResults", 10));
  }

  @Test
  void search_nextPage_namesThePageAndRepeatsTheRest() {
    var search = Ports.search(world.group, Optional.of("+1800555"));
    Page<?> first = Calls.get(port.search(search, call));
    Calls.get(port.search(search.from(first.nextToken()), call));
    RecordedRequest second = world.requests("SearchAvailablePhoneNumbers").get(1);
    assertThat(body(second))
        .containsOnly(
            entry("TargetArn", world.group.text()),
            entry("PhoneNumberCountryCode", "US"),
            entry("PhoneNumberType", "TOLL_FREE"),
            entry("PhoneNumberPrefix", "+1800555"),
            entry("NextToken", first.nextToken().orElseThrow()),
            entry("MaxResults", 10));
  }

  @Test
  void claim_bareInstanceId_isSentAsInstanceId() {
    Calls.get(port.claim(Ports.claim(NUMBER, Target.instance(world.instance.id())), call));
    RecordedRequest sent = only("ClaimPhoneNumber");
    assertLine(sent, "POST", "/phone-number/claim");
    assertThat(body(sent))
        .containsOnly(
            entry("InstanceId", world.instance.id()),
            entry("PhoneNumber", NUMBER.value()),
            entry("ClientToken", call.token()));
  }

  @Test
  void claim_instanceArnWithDescriptionAndTags_isSentWhole() {
    var tags = new TreeMap<>(Map.of("team", "support", "cost centre", ""));
    Calls.get(
        port.claim(
            new Claim(NUMBER, world.instance, Optional.of("Größe “42”"), tags, Optional.empty()),
            call));
    assertThat(body(only("ClaimPhoneNumber")))
        .containsOnly(
            entry("TargetArn", world.instance.text()),
            entry("PhoneNumber", NUMBER.value()),
            entry("PhoneNumberDescription", "Größe “42”"),
            entry("Tags", tags),
            entry("ClientToken", call.token()));
  }

  @Test
  void claim_groupArn_isSentAsTargetArn() {
    Calls.get(port.claim(Ports.claim(NUMBER, world.group), call));
    assertThat(body(only("ClaimPhoneNumber")))
        .containsOnly(
            entry("TargetArn", world.group.text()),
            entry("PhoneNumber", NUMBER.value()),
            entry("ClientToken", call.token()));
  }

  @Test
  void move_uuid_isThePath() {
    PhoneNumberId id = claimed();
    Calls.get(port.move(new Move(id, world.group, Optional.of(world.flow)), call));
    RecordedRequest sent = only("UpdatePhoneNumber");
    assertLine(sent, "PUT", "/phone-number/" + id.value());
    assertThat(body(sent))
        .containsOnly(entry("TargetArn", world.group.text()), entry("ClientToken", call.token()));
  }

  @Test
  void move_arn_isOneEncodedSegment() {
    PhoneNumberId arn = arnOf(claimed());
    Calls.get(port.move(new Move(arn, Target.instance(world.other.id()), Optional.empty()), call));
    RecordedRequest sent = only("UpdatePhoneNumber");
    assertLine(sent, "PUT", "/phone-number/" + encoded(arn));
    assertThat(body(sent))
        .containsOnly(entry("InstanceId", world.other.id()), entry("ClientToken", call.token()));
  }

  @Test
  void describe_uuidAndArn_areGetsWithoutBody() {
    PhoneNumberId id = claimed();
    PhoneNumberId arn = arnOf(id);
    Calls.get(port.describe(arn, call));
    var sent = world.requests("DescribePhoneNumber");
    assertLine(sent.get(0), "GET", "/phone-number/" + id.value());
    assertLine(sent.get(1), "GET", "/phone-number/" + encoded(arn));
    assertThat(sent).extracting(RecordedRequest::body).containsOnly("");
  }

  @Test
  void attachFlow_always_namesInstanceAndFlowByTheirIds() {
    PhoneNumberId id = claimed();
    Calls.get(port.attachFlow(arnOf(id), world.flow, call));
    RecordedRequest sent = only("AssociatePhoneNumberContactFlow");
    assertLine(sent, "PUT", "/phone-number/" + encoded(arnOf(id)) + "/contact-flow");
    assertThat(body(sent))
        .containsOnly(
            entry("InstanceId", world.instance.id()), entry("ContactFlowId", world.flow.id()));
  }

  @Test
  void start_ofTheFacade_sendsItsTicketsIdAsTheToken() {
    try (PhoneNumbers numbers = world.numbers().build()) {
      var claim = numbers.claim(NUMBER).to(world.instance).start();
      ConnectNumber claimed = claim.await(PATIENCE);
      var move = numbers.move(claimed.id()).to(world.group).start();
      move.await(PATIENCE);
      assertThat(world.tokens("ClaimPhoneNumber")).containsExactly(claim.ticket().id());
      assertThat(world.tokens("UpdatePhoneNumber")).containsExactly(move.ticket().id());
      assertThat(claim.ticket().id()).matches(UUID_FORM).isNotEqualTo(move.ticket().id());
    }
  }

  @Test
  void move_ofTheFacadeByArn_looksByArnToTheEnd() {
    PhoneNumberId arn = arnOf(claimed());
    int before = world.requests("DescribePhoneNumber").size();
    try (PhoneNumbers numbers = world.numbers().build()) {
      numbers.move(arn).to(world.group).attachFlow(world.flow).start().await(PATIENCE);
    }
    assertThat(world.requests("DescribePhoneNumber").stream().skip(before))
        .hasSizeGreaterThanOrEqualTo(2)
        .extracting(RecordedRequest::path)
        .containsOnly("/phone-number/" + encoded(arn));
  }

  private PhoneNumberId claimed() {
    return Calls.get(port.claim(Ports.claim(NUMBER, world.instance), Calls.call()))
        .id()
        .orElseThrow();
  }

  private PhoneNumberId arnOf(PhoneNumberId id) {
    return PhoneNumberId.of(Calls.get(port.describe(id, Calls.call())).arn().orElseThrow().text());
  }

  private static String encoded(PhoneNumberId id) {
    return URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
  }

  private RecordedRequest only(String operation) {
    assertThat(world.requests(operation)).hasSize(1);
    return world.requests(operation).get(0);
  }

  private static void assertLine(RecordedRequest sent, String method, String path) {
    assertThat(sent.method() + " " + sent.path()).isEqualTo(method + " " + path);
    assertThat(sent.query()).isEmpty();
  }
}
