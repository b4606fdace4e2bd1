package dev.dialtone.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumber;

/** A simulator on a hand-driven clock, and the real clients of both APIs of Chime, no retries. */
final class ChimeBench implements AutoCloseable {
  static final String NUMBER = "+12065550100";
  static final String OTHER = "+12065550101";
  static final String TOLL_FREE = "+18005550100";
  static final String BRITISH = "+441632960100";
  static final String UPDATE = "chimesdkvoice:UpdatePhoneNumber";
  static final Duration SETTLING = Duration.ofMillis(200);

  final HandClock clock = new HandClock();
  final PhoneNumberSimulator simulator;
  final ChimeSdkVoiceClient voice;
  final ChimeClient legacy;

  ChimeBench() {
    this(builder -> builder);
  }

  ChimeBench(UnaryOperator<SimulatorBuilder> settings) {
    simulator = settings.apply(PhoneNumberSimulator.builder().clock(clock)).start();
    voice = client(ChimeSdkVoiceClient.builder(), simulator.voiceEndpoint());
    legacy = client(ChimeClient.builder(), simulator.legacyEndpoint());
  }

  PhoneNumber get(String number) {
    return voice.getPhoneNumber(request -> request.phoneNumberId(number)).phoneNumber();
  }

  PhoneNumber nameCaller(String number, String callingName) {
    return voice
        .updatePhoneNumber(request -> request.phoneNumberId(number).callingName(callingName))
        .phoneNumber();
  }

  PhoneNumber retype(String number, String productType) {
    return voice
        .updatePhoneNumber(request -> request.phoneNumberId(number).productType(productType))
        .phoneNumber();
  }

  void settle() {
    clock.advance(SETTLING);
  }

  /** As it truly is. */
  ProvisionedNumber truth(String number) {
    return simulator.voiceNumbers().stream()
        .filter(provisioned -> provisioned.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  List<Disposition> dispositions(String operation) {
    return simulator.ledger().requests(operation).stream()
        .map(RecordedRequest::disposition)
        .toList();
  }

  @Override
  public void close() {
    voice.close();
    legacy.close();
    simulator.close();
  }

  private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
    return builder
        .region(Region.US_WEST_2)
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .overrideConfiguration(
            settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }
}
