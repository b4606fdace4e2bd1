package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ClaimedPhoneNumberSummary;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

/**
 * The life of numbers as a program outside leads it: AWS's clients as they come, and nothing else.
 */
class WholeLifeTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String OWN = "+12065550170";

  private final HandClock clock = new HandClock();
  private final PhoneNumberSimulator simulator =
      PhoneNumberSimulator.builder()
          .clock(clock)
          .settlesAfter(HOUR)
          .callingNameSettlesAfter(HOUR)
          .start();
  private final ConnectClient connect = at(simulator.endpoint(), ConnectClient.builder());
  private final ChimeSdkVoiceClient voice =
      at(simulator.voiceEndpoint(), ChimeSdkVoiceClient.builder());
  private final ChimeClient legacy = at(simulator.legacyEndpoint(), ChimeClient.builder());

  private static <C, B extends AwsClientBuilder<B, C>> C at(URI endpoint, B builder) {
    return builder
        .region(Region.US_WEST_2)
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }

  @AfterEach
  void close() {
    connect.close();
    voice.close();
    legacy.close();
    simulator.close();
  }

  @Test
  void connect_fromSearchToRelease_asAwsTellsIt() {
    String instance = simulator.addInstance();
    String group = simulator.addTrafficDistributionGroup(instance);
    simulator.offer("US", "TOLL_FREE", "+18005550100", 30);

    String number =
        connect
            .searchAvailablePhoneNumbersPaginator(
                search ->
                    search
                        .targetArn(instance)
                        .phoneNumberCountryCode("US")
                        .phoneNumberType("TOLL_FREE")
                        .phoneNumberPrefix("+1800"))
            .availableNumbersList()
            .stream()
            .skip(29)
            .findFirst()
            .orElseThrow()
            .phoneNumber();
    String id =
        connect
            .claimPhoneNumber(claim -> claim.targetArn(instance).phoneNumber(number))
            .phoneNumberId();
    assertThat(status(id)).isEqualTo("IN_PROGRESS");
    clock.advance(HOUR);
    assertThat(status(id)).isEqualTo("CLAIMED");

    connect.updatePhoneNumber(move -> move.phoneNumberId(id).targetArn(group));
    assertThat(describe(id).targetArn()).isEqualTo(instance);
    clock.advance(HOUR);
    assertThat(status(id)).isEqualTo("CLAIMED");
    assertThat(describe(id).targetArn()).isEqualTo(group);

    connect.releasePhoneNumber(release -> release.phoneNumberId(id));
    clock.advance(HOUR);
    assertThatThrownBy(() -> describe(id)).isInstanceOf(ResourceNotFoundException.class);
    assertThat(simulator.ledger().numbers()).isEmpty();
  }

  @Test
  void connect_import_isClaimedWithItsSource() {
    String instance = simulator.addInstance();
    String source = simulator.addSourceNumber("US", "DID", "+12065550190");

    String id =
        connect
            .importPhoneNumber(from -> from.instanceId(instance).sourcePhoneNumberArn(source))
            .phoneNumberId();
    clock.advance(HOUR);

    assertThat(status(id)).isEqualTo("CLAIMED");
    assertThat(describe(id).sourcePhoneNumberArn()).isEqualTo(source);
    assertThat(connect.listPhoneNumbersV2Paginator(list -> {}).listPhoneNumbersSummaryList())
        .extracting(summary -> summary.phoneNumber())
        .containsExactly("+12065550190");
  }

  @Test
  void chimeVoice_updateAndGet_theNameReadsBackOnceItHasSettled() {
    simulator.addVoiceNumber(OWN);

    voice.updatePhoneNumber(update -> update.phoneNumberId(OWN).callingName("ACME SUPPORT"));
    var pending = voice.getPhoneNumber(get -> get.phoneNumberId(OWN)).phoneNumber();
    assertThat(pending.callingNameStatusAsString()).isEqualTo("UpdateInProgress");
    clock.advance(HOUR);

    var updated = voice.getPhoneNumber(get -> get.phoneNumberId(OWN)).phoneNumber();
    assertThat(updated.callingNameStatusAsString()).isEqualTo("UpdateSucceeded");
    assertThat(updated.callingName()).isEqualTo("ACME SUPPORT");
  }

  @Test
  void chimeLegacy_updateAndGet_theNameReadsBackOnceItHasSettled() {
    simulator.addLegacyNumber(OWN);

    legacy.updatePhoneNumber(update -> update.phoneNumberId(OWN).callingName("ACME SUPPORT"));
    var pending = legacy.getPhoneNumber(get -> get.phoneNumberId(OWN)).phoneNumber();
    assertThat(pending.callingNameStatusAsString()).isEqualTo("UpdateInProgress");
    clock.advance(HOUR);

    var updated = legacy.getPhoneNumber(get -> get.phoneNumberId(OWN)).phoneNumber();
    assertThat(updated.callingNameStatusAsString()).isEqualTo("UpdateSucceeded");
    assertThat(updated.callingName()).isEqualTo("ACME SUPPORT");
  }

  private ClaimedPhoneNumberSummary describe(String id) {
    return connect.describePhoneNumber(read -> read.phoneNumberId(id)).claimedPhoneNumberSummary();
  }

  private String status(String id) {
    return describe(id).phoneNumberStatus().statusAsString();
  }
}
