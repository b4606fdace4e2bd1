package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.body;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dialtone.aws.testing.Calls;
import dev.dialtone.model.Arn;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Import;
import dev.dialtone.spi.ConnectPort.Listing;
import dev.dialtone.testkit.RecordedRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link WireTest} for numbers that are there, and for imports. */
class HeldNumberWireTest {
  private final OverHttp world = new OverHttp(ZERO);
  private final ConnectPort port = ConnectAdapter.of(world.client());
  private final Call call = Calls.call();

  @AfterEach
  void close() {
    port.close();
    world.close();
  }

  @Test
  void import_instanceGivenAsArn_isSentAsItsId() {
    String source = world.simulator.addSourceNumber("US", "TOLL_FREE", "+18445550177");
    Calls.get(
        port.importNumber(
            new Import(
                SourceNumber.of(source),
                world.instance,
                Optional.of("Größe"),
                new TreeMap<>(Map.of("team", "")),
                Optional.of(world.flow)),
            call));
    RecordedRequest sent = only("ImportPhoneNumber");
    assertLine(sent, "POST", "/phone-number/import", Map.of());
    assertThat(body(sent))
        .containsOnly(
            entry("InstanceId", world.instance.id()),
            entry("SourcePhoneNumberArn", source),
            entry("PhoneNumberDescription", "Größe"),
            entry("Tags", Map.of("team", "")),
            entry("ClientToken", call.token()));
  }

  @Test
  void updateDescription_empty_isSentAsEmpty() {
    PhoneNumberId id = claimed();
    Calls.get(port.updateDescription(id, "", call));
    RecordedRequest sent = only("UpdatePhoneNumberMetadata");
    assertLine(sent, "PUT", "/phone-number/" + id + "/metadata", Map.of());
    assertThat(body(sent))
        .containsOnly(entry("PhoneNumberDescription", ""), entry("ClientToken", call.token()));
  }

  @Test
  void release_token_isInTheQuery() {
    PhoneNumberId arn = PhoneNumberId.of(arn(claimed()).text());
    Calls.get(port.release(arn, call));
    assertLine(
        only("ReleasePhoneNumber"),
        "DELETE",
        "/phone-number/" + encoded(arn.value()),
        Map.of("clientToken", call.token()));
  }

  @Test
  void list_withoutFilters_hasNoneOnTheWire() {
    Calls.get(
        port.list(
            new Listing(
                Optional.empty(), Set.of(), Set.of(), Optional.empty(), 1_000, Optional.empty()),
            call));
    RecordedRequest sent = only("ListPhoneNumbersV2");
    assertLine(sent, "POST", "/phone-number/list", Map.of());
    assertThat(body(sent)).containsOnly(entry("MaxResults", 1_000));
  }

  @Test
  void list_withAllFilters_hasAllOnTheWire() {
    var listing =
        new Listing(
            Optional.of(Target.instance(world.instance.id())),
            Set.of(CountryCode.of("US")),
            Set.of(NumberType.of("SATELLITE")),
            Optional.of("+1800"),
            7,
            Optional.of("not a token"));
    Calls.failure(port.list(listing, call));
    assertThat(body(only("ListPhoneNumbersV2")))
        .containsOnly(
            entry("InstanceId", world.instance.id()),
            entry("PhoneNumberCountryCodes", List.of("US")),
            entry("PhoneNumberTypes", List.of("SATELLITE")),
            entry("PhoneNumberPrefix", "+1800"),
            entry("MaxResults", 7),
            entry("NextToken", "not a token"));
  }

  @Test
  void tags_arn_isOnePartOfThePath() {
    Arn arn = arn(claimed());
    Calls.get(port.tag(arn, new TreeMap<>(Map.of("a b", "c", "d", "")), call));
    RecordedRequest tagged = only("TagResource");
    assertLine(tagged, "POST", "/tags/" + encoded(arn.text()), Map.of());
    assertThat(body(tagged)).containsOnly(entry("tags", Map.of("a b", "c", "d", "")));
    Calls.get(port.untag(arn, new TreeSet<>(Set.of("a b", "d")), call));
    assertLine(
        only("UntagResource"),
        "DELETE",
        "/tags/" + encoded(arn.text()),
        Map.of("tagKeys", "a b,d"));
  }

  @Test
  void flows_ofANumber_areAskedForByItsArn() {
    PhoneNumberId id = claimed();
    Calls.get(port.flowOf(arn(id), world.instance.id(), call));
    RecordedRequest asked = only("BatchGetFlowAssociation");
    assertLine(asked, "POST", "/flow-associations-batch/" + world.instance.id(), Map.of());
    assertThat(body(asked))
        .containsOnly(
            entry("ResourceIds", List.of(arn(id).text())),
            entry("ResourceType", "VOICE_PHONE_NUMBER"));
    Calls.get(port.detachFlow(id, world.instance.id(), call));
    assertLine(
        only("DisassociatePhoneNumberContactFlow"),
        "DELETE",
        "/phone-number/" + id + "/contact-flow",
        Map.of("instanceId", world.instance.id()));
  }

  private PhoneNumberId claimed() {
    return Calls.get(port.claim(Ports.claim(NUMBER, world.instance), Calls.call()))
        .id()
        .orElseThrow();
  }

  private Arn arn(PhoneNumberId id) {
    return Calls.get(port.describe(id, Calls.call())).arn().orElseThrow();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private RecordedRequest only(String operation) {
    assertThat(world.requests(operation)).hasSize(1);
    return world.requests(operation).get(0);
  }

  private static void assertLine(
      RecordedRequest sent, String method, String path, Map<String, String> query) {
    assertThat(sent.method() + " " + sent.path()).isEqualTo(method + " " + path);
    assertThat(sent.query()).isEqualTo(query);
  }
}
