package dev.dialtone.connect;

import dev.dialtone.model.Arn;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.Page;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;

/**
 * Amazon Connect through AWS's own client. Get one from {@link #of}, hand it to {@code
 * PhoneNumbers.builder().connect(…)}, and close that; an adapter belongs to one {@code
 * PhoneNumbers}.
 *
 * <p>This class is thread-safe. It has one thread, on which requests are built and signed: finding
 * credentials may block, and the engine must not.
 */
public final class ConnectAdapter implements ConnectPort {
  private final ConnectAsyncClient client;
  private final Sender sender = new Sender();

  private ConnectAdapter(ConnectAsyncClient client) {
    this.client = client;
  }

  /**
   * An adapter that builds its client from this builder, with every setting of yours but retries:
   * the SDK's are turned off, because only Dialtone's engine may send a request again. The builder
   * is the adapter's from now on; its client is closed with the adapter.
   */
  public static ConnectAdapter of(ConnectAsyncClientBuilder builder) {
    return new ConnectAdapter(builder.addPlugin(OneRetryOwner.PLUGIN).build());
  }

  @Override
  public String region() {
    return client.serviceClientConfiguration().region().id();
  }

  @Override
  public CompletionStage<Page<AvailableNumber>> search(Search search, Call call) {
    return sender.send(
        call,
        settings ->
            client.searchAvailablePhoneNumbers(
                ConnectRequests.search(search).overrideConfiguration(settings).build()),
        ConnectReplies::page);
  }

  @Override
  public CompletionStage<Accepted> claim(Claim claim, Call call) {
    return sender.send(
        call,
        settings ->
            client.claimPhoneNumber(
                ConnectRequests.claim(claim, call.token()).overrideConfiguration(settings).build()),
        ConnectReplies::claimed);
  }

  @Override
  public CompletionStage<Accepted> move(Move move, Call call) {
    return sender.send(
        call,
        settings ->
            client.updatePhoneNumber(
                ConnectRequests.move(move, call.token()).overrideConfiguration(settings).build()),
        ConnectReplies::moved);
  }

  @Override
  public CompletionStage<ConnectNumber> describe(PhoneNumberId id, Call call) {
    return sender.send(
        call,
        settings ->
            client.describePhoneNumber(
                ConnectRequests.describe(id).overrideConfiguration(settings).build()),
        ConnectReplies::number);
  }

  @Override
  public CompletionStage<Page<ListedNumber>> list(Listing listing, Call call) {
    return sender.send(
        call,
        settings ->
            client.listPhoneNumbersV2(
                ConnectRequests.list(listing).overrideConfiguration(settings).build()),
        ConnectReplies::list);
  }

  @Override
  public CompletionStage<Accepted> importNumber(Import wanted, Call call) {
    return sender.send(
        call,
        settings ->
            client.importPhoneNumber(
                ConnectRequests.importNumber(wanted, call.token())
                    .overrideConfiguration(settings)
                    .build()),
        ConnectReplies::imported);
  }

  @Override
  public CompletionStage<Accepted> updateDescription(
      PhoneNumberId id, String description, Call call) {
    return sender.send(
        call,
        settings ->
            client.updatePhoneNumberMetadata(
                ConnectRequests.updateDescription(id, description, call.token())
                    .overrideConfiguration(settings)
                    .build()),
        ConnectReplies::taken);
  }

  @Override
  public CompletionStage<Accepted> release(PhoneNumberId id, Call call) {
    return sender.send(
        call,
        settings ->
            client.releasePhoneNumber(
                ConnectRequests.release(id, call.token()).overrideConfiguration(settings).build()),
        ConnectReplies::taken);
  }

  @Override
  public CompletionStage<Accepted> detachFlow(PhoneNumberId id, String instanceId, Call call) {
    return sender.send(
        call,
        settings ->
            client.disassociatePhoneNumberContactFlow(
                ConnectRequests.detachFlow(id, instanceId).overrideConfiguration(settings).build()),
        ConnectReplies::taken);
  }

  @Override
  public CompletionStage<Optional<String>> flowOf(Arn number, String instanceId, Call call) {
    return sender.send(
        call,
        settings ->
            client.batchGetFlowAssociation(
                ConnectRequests.flowOf(number, instanceId).overrideConfiguration(settings).build()),
        reply -> ConnectReplies.flowOf(number, reply));
  }

  @Override
  public CompletionStage<Accepted> tag(Arn number, SortedMap<String, String> tags, Call call) {
    return sender.send(
        call,
        settings ->
            client.tagResource(
                ConnectRequests.tag(number, tags).overrideConfiguration(settings).build()),
        ConnectReplies::taken);
  }

  @Override
  public CompletionStage<Accepted> untag(Arn number, SortedSet<String> keys, Call call) {
    return sender.send(
        call,
        settings ->
            client.untagResource(
                ConnectRequests.untag(number, keys).overrideConfiguration(settings).build()),
        ConnectReplies::taken);
  }

  @Override
  public CompletionStage<Accepted> attachFlow(PhoneNumberId id, ContactFlow flow, Call call) {
    return sender.send(
        call,
        settings ->
            client.associatePhoneNumberContactFlow(
                ConnectRequests.attachFlow(id, flow).overrideConfiguration(settings).build()),
        ConnectReplies::taken);
  }

  @Override
  public void close() {
    sender.close();
    client.close();
  }
}
