package dev.dialtone.connect;

import static dev.dialtone.aws.Blocking.done;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.ConnectServiceClientConfiguration;
import software.amazon.awssdk.services.connect.model.AssociatePhoneNumberContactFlowRequest;
import software.amazon.awssdk.services.connect.model.AssociatePhoneNumberContactFlowResponse;
import software.amazon.awssdk.services.connect.model.BatchGetFlowAssociationRequest;
import software.amazon.awssdk.services.connect.model.BatchGetFlowAssociationResponse;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.DescribePhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.DescribePhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.DisassociatePhoneNumberContactFlowRequest;
import software.amazon.awssdk.services.connect.model.DisassociatePhoneNumberContactFlowResponse;
import software.amazon.awssdk.services.connect.model.ImportPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.ImportPhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersV2Request;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersV2Response;
import software.amazon.awssdk.services.connect.model.ReleasePhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.ReleasePhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.SearchAvailablePhoneNumbersRequest;
import software.amazon.awssdk.services.connect.model.SearchAvailablePhoneNumbersResponse;
import software.amazon.awssdk.services.connect.model.TagResourceRequest;
import software.amazon.awssdk.services.connect.model.TagResourceResponse;
import software.amazon.awssdk.services.connect.model.UntagResourceRequest;
import software.amazon.awssdk.services.connect.model.UntagResourceResponse;
import software.amazon.awssdk.services.connect.model.UpdatePhoneNumberMetadataRequest;
import software.amazon.awssdk.services.connect.model.UpdatePhoneNumberMetadataResponse;
import software.amazon.awssdk.services.connect.model.UpdatePhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.UpdatePhoneNumberResponse;

/**
 * A synchronous client in the shape of the asynchronous one, for what the adapter calls. Each call
 * blocks its caller and returns a future that is done. Thread-safe, as the client is.
 */
final class BlockingConnect implements ConnectAsyncClient {
  private final ConnectClient client;

  BlockingConnect(ConnectClient client) {
    this.client = client;
  }

  @Override
  public CompletableFuture<SearchAvailablePhoneNumbersResponse> searchAvailablePhoneNumbers(
      SearchAvailablePhoneNumbersRequest request) {
    return done(client::searchAvailablePhoneNumbers, request);
  }

  @Override
  public CompletableFuture<ClaimPhoneNumberResponse> claimPhoneNumber(
      ClaimPhoneNumberRequest request) {
    return done(client::claimPhoneNumber, request);
  }

  @Override
  public CompletableFuture<ImportPhoneNumberResponse> importPhoneNumber(
      ImportPhoneNumberRequest request) {
    return done(client::importPhoneNumber, request);
  }

  @Override
  public CompletableFuture<UpdatePhoneNumberResponse> updatePhoneNumber(
      UpdatePhoneNumberRequest request) {
    return done(client::updatePhoneNumber, request);
  }

  @Override
  public CompletableFuture<UpdatePhoneNumberMetadataResponse> updatePhoneNumberMetadata(
      UpdatePhoneNumberMetadataRequest request) {
    return done(client::updatePhoneNumberMetadata, request);
  }

  @Override
  public CompletableFuture<DescribePhoneNumberResponse> describePhoneNumber(
      DescribePhoneNumberRequest request) {
    return done(client::describePhoneNumber, request);
  }

  @Override
  public CompletableFuture<ReleasePhoneNumberResponse> releasePhoneNumber(
      ReleasePhoneNumberRequest request) {
    return done(client::releasePhoneNumber, request);
  }

  @Override
  public CompletableFuture<ListPhoneNumbersV2Response> listPhoneNumbersV2(
      ListPhoneNumbersV2Request request) {
    return done(client::listPhoneNumbersV2, request);
  }

  @Override
  public CompletableFuture<AssociatePhoneNumberContactFlowResponse> associatePhoneNumberContactFlow(
      AssociatePhoneNumberContactFlowRequest request) {
    return done(client::associatePhoneNumberContactFlow, request);
  }

  @Override
  public CompletableFuture<DisassociatePhoneNumberContactFlowResponse>
      disassociatePhoneNumberContactFlow(DisassociatePhoneNumberContactFlowRequest request) {
    return done(client::disassociatePhoneNumberContactFlow, request);
  }

  @Override
  public CompletableFuture<TagResourceResponse> tagResource(TagResourceRequest request) {
    return done(client::tagResource, request);
  }

  @Override
  public CompletableFuture<UntagResourceResponse> untagResource(UntagResourceRequest request) {
    return done(client::untagResource, request);
  }

  @Override
  public CompletableFuture<BatchGetFlowAssociationResponse> batchGetFlowAssociation(
      BatchGetFlowAssociationRequest request) {
    return done(client::batchGetFlowAssociation, request);
  }

  @Override
  public ConnectServiceClientConfiguration serviceClientConfiguration() {
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
