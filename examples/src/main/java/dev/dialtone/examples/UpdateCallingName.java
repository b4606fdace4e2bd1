package dev.dialtone.examples;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.chime.ChimeAdapter;
import dev.dialtone.error.ConflictException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.testkit.PhoneNumberSimulator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClientBuilder;

/**
 * Changes the calling name of a number of Amazon Chime, which takes up to 72 hours there and six
 * seconds here, and meets a change that is pending.
 */
public final class UpdateCallingName {
  private static final E164 NUMBER = E164.of("+12065550100");

  private UpdateCallingName() {}

  /** Runs on the stand-in. */
  public static void main(String[] args) {
    try (PhoneNumberSimulator aws =
            PhoneNumberSimulator.builder().callingNameSettlesAfter(ofSeconds(6)).start();
        PhoneNumbers numbers =
            PhoneNumbers.builder().chime(ChimeAdapter.voice(client(aws))).build()) {
      aws.addVoiceNumber(NUMBER.value());

      Operation<ChimeNumber> rename =
          numbers.updateCallingName(NUMBER, CallingName.of("ACME SUPPORT")).start();
      System.out.println("started " + rename.ticket());
      rename.onProgress(
          progress ->
              System.out.println(
                  "  " + progress.stage() + progress.lastStatus().map(" "::concat).orElse("")));

      try {
        rename.await(ofSeconds(2)); // only your patience: the operation goes on
      } catch (StillInProgressException patience) {
        System.out.println("not yet: " + patience.getMessage());
      }

      try { // One change at a time; afterPending() would wait for the first.
        numbers.updateCallingName(NUMBER, CallingName.of("ACME SALES")).start().await(ofSeconds(9));
      } catch (ConflictException pending) {
        System.out.println("not now: " + pending.getMessage());
      }

      System.out.println("renamed " + rename.await(ofHours(1)));
    }
  }

  private static ChimeSdkVoiceAsyncClientBuilder client(PhoneNumberSimulator aws) {
    return ChimeSdkVoiceAsyncClient.builder()
        .region(Region.US_WEST_2)
        .endpointOverride(aws.voiceEndpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }
}
