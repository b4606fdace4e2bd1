package dev.dialtone.chime;

import static dev.dialtone.aws.Blocking.done;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceServiceClientConfiguration;
import software.amazon.awssdk.services.chimesdkvoice.model.BatchUpdatePhoneNumberRequest;
import software.amazon.awssdk.services.chimesdkvoice.model.BatchUpdatePhoneNumberResponse;
import software.amazon.awssdk.services.chimesdkvoice.model.GetPhoneNumberRequest;
import software.amazon.awssdk.services.chimesdkvoice.model.GetPhoneNumberResponse;
import software.amazon.awssdk.services.chimesdkvoice.model.ListPhoneNumbersRequest;
import software.amazon.awssdk.services.chimesdkvoice.model.ListPhoneNumbersResponse;
import software.amazon.awssdk.services.chimesdkvoice.model.UpdatePhoneNumberRequest;
import software.amazon.awssdk.services.chimesdkvoice.model.UpdatePhoneNumberResponse;

/**
 * A synchronous client in the shape of the asynchronous one, for what the adapter calls. Each call
 * blocks its caller and returns a future that is done. Thread-safe, as the client is.
 */
final class BlockingVoice implements ChimeSdkVoiceAsyncClient {
  private final ChimeSdkVoiceClient client;

  BlockingVoice(ChimeSdkVoiceClient client) {
    this.client = client;
  }

  @Override
  public CompletableFuture<BatchUpdatePhoneNumberResponse> batchUpdatePhoneNumber(
      BatchUpdatePhoneNumberRequest request) {
    return done(client::batchUpdatePhoneNumber, request);
  }

  @Override
  public CompletableFuture<GetPhoneNumberResponse> getPhoneNumber(GetPhoneNumberRequest request) {
    return done(client::getPhoneNumber, request);
  }

  @Override
  public CompletableFuture<ListPhoneNumbersResponse> listPhoneNumbers(
      ListPhoneNumbersRequest request) {
    return done(client::listPhoneNumbers, request);
  }

  @Override
  public CompletableFuture<UpdatePhoneNumberResponse> updatePhoneNumber(
      UpdatePhoneNumberRequest request) {
    return done(client::updatePhoneNumber, request);
  }

  @Override
  public ChimeSdkVoiceServiceClientConfiguration serviceClientConfiguration() {
    return client.serviceClientConfiguration();
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  @Override
  public void close() {
    client.close();
  }
}
