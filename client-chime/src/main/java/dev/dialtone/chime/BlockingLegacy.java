package dev.dialtone.chime;

import static dev.dialtone.aws.Blocking.done;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.chime.ChimeAsyncClient;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chime.ChimeServiceClientConfiguration;
import software.amazon.awssdk.services.chime.model.BatchUpdatePhoneNumberRequest;
import software.amazon.awssdk.services.chime.model.BatchUpdatePhoneNumberResponse;
import software.amazon.awssdk.services.chime.model.GetPhoneNumberRequest;
import software.amazon.awssdk.services.chime.model.GetPhoneNumberResponse;
import software.amazon.awssdk.services.chime.model.ListPhoneNumbersRequest;
import software.amazon.awssdk.services.chime.model.ListPhoneNumbersResponse;
import software.amazon.awssdk.services.chime.model.UpdatePhoneNumberRequest;
import software.amazon.awssdk.services.chime.model.UpdatePhoneNumberResponse;

/**
 * A synchronous client in the shape of the asynchronous one, for what the adapter calls. Each call
 * blocks its caller and returns a future that is done. Thread-safe, as the client is.
 */
final class BlockingLegacy implements ChimeAsyncClient {
  private final ChimeClient client;

  BlockingLegacy(ChimeClient client) {
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
  public ChimeServiceClientConfiguration serviceClientConfiguration() {
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
