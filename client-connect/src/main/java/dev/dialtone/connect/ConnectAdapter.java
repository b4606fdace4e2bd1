package dev.dialtone.connect;

import dev.dialtone.aws.Clients;
import dev.dialtone.aws.Regions;
import dev.dialtone.aws.RequestSettings;
import dev.dialtone.aws.Sender;
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
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.ConnectClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Amazon Connect through AWS's own client. Get one from {@link #of}, hand it to {@code
 * PhoneNumbers.builder().connect(…)}, and close that; an adapter belongs to one {@code
 * PhoneNumbers}.
 *
 * <p>This class is thread-safe. It has daemon threads of its own, because the engine must not
 * block: with an asynchronous client one, on which requests are built and signed, since finding
 * credentials may take its time; with a synchronous client up to three, on which the calls
 * themselves wait. They end when they are idle.
 */
public final class ConnectAdapter implements ConnectPort {
  private static final String THREADS = "dialtone-connect";

  private final ConnectAsyncClient client;
  private final Sender sender;
  private final SdkAutoCloseable owned;
  private final String region;

  private ConnectAdapter(
      String region, ConnectAsyncClient client, Sender sender, SdkAutoCloseable owned) {
    this.region = region;
    this.client = client;
    this.sender = sender;
    this.owned = owned;
  }

  /**
   * An adapter that builds its client from this builder, with every setting of yours but retries:
   * the SDK's are turned off, because only Dialtone's engine may send a request again. The builder
   * is the adapter's from now on; its client is closed with the adapter. Answers are taken in on
   * the HTTP client's own threads, where interceptors and metric publishers of yours must not
   * block, unless you have set an executor with {@code asyncConfiguration}.
   */
  public static ConnectAdapter of(ConnectAsyncClientBuilder builder) {
    ConnectAsyncClient client = Clients.async(builder);
    return new ConnectAdapter(
        Regions.of(client),
        client,
        Sender.async(THREADS, ConnectFailures::kind, RequestSettings.NONE),
        client);
  }

  /**
   * The same over a synchronous client, which is built and closed with the adapter. At most three
   * calls are on the wire at once; what waits longer than its time-out is not sent.
   */
  public static ConnectAdapter of(ConnectClientBuilder builder) {
    ConnectClient client = Clients.blocking(builder);
    return new ConnectAdapter(
        Regions.of(client),
        new BlockingConnect(client),
        Sender.blocking(THREADS, ConnectFailures::kind, RequestSettings.timedFor(client)),
        client);
  }

  /**
   * An adapter over a client that you have. It stays yours: close it after the adapter, which never
   * does. Your own calls keep the client's retries; those of the adapter go without, by a plugin on
   * each request, and leave the client's other settings as they are.
   */
  public static ConnectAdapter of(ConnectAsyncClient client) {
    return new ConnectAdapter(
        Regions.of(client),
        client,
        Sender.async(THREADS, ConnectFailures::kind, RequestSettings.WITHOUT_RETRIES),
        () -> {});
  }

  /**
   * The same over a synchronous client that you have, and close. At most three calls are on the
   * wire at once; what waits longer than its time-out is not sent.
   */
  public static ConnectAdapter of(ConnectClient client) {
    return new ConnectAdapter(
        Regions.of(client),
        new BlockingConnect(client),
        Sender.blocking(
            THREADS,
            ConnectFailures::kind,
            RequestSettings.WITHOUT_RETRIES.and(RequestSettings.timedFor(client))),
        () -> {});
  }

  @Override
  public String region() {
    return region;
  }

  @Override
  public CompletionStage<Page<AvailableNumber>> search(Search search, Call call) {
    return sender.send(
        call,
        ConnectRequests.search(search),
        client::searchAvailablePhoneNumbers,
        ConnectReplies::page);
  }

  @Override
  public CompletionStage<Accepted> claim(Claim claim, Call call) {
    return sender.send(
        call,
        ConnectRequests.claim(claim, call.token()),
        client::claimPhoneNumber,
        ConnectReplies::claimed);
  }

  @Override
  public CompletionStage<Accepted> move(Move move, Call call) {
    return sender.send(
        call,
        ConnectRequests.move(move, call.token()),
        client::updatePhoneNumber,
        ConnectReplies::moved);
  }

  @Override
  public CompletionStage<ConnectNumber> describe(PhoneNumberId id, Call call) {
    return sender.send(
        call,
        ConnectRequests.describe(id),
        client::describePhoneNumber,
        reply -> ConnectReplies.number(id, reply));
  }

  @Override
  public CompletionStage<Page<ListedNumber>> list(Listing listing, Call call) {
    return sender.send(
        call, ConnectRequests.list(listing), client::listPhoneNumbersV2, ConnectReplies::list);
  }

  @Override
  public CompletionStage<Accepted> importNumber(Import wanted, Call call) {
    return sender.send(
        call,
        ConnectRequests.importNumber(wanted, call.token()),
        client::importPhoneNumber,
        ConnectReplies::imported);
  }

  @Override
  public CompletionStage<Accepted> updateDescription(
      PhoneNumberId id, String description, Call call) {
    return sender.send(
        call,
        ConnectRequests.updateDescription(id, description, call.token()),
        client::updatePhoneNumberMetadata,
        ConnectReplies::taken);
  }

  @Override
  public CompletionStage<Accepted> release(PhoneNumberId id, Call call) {
    return sender.send(
        call,
        ConnectRequests.release(id, call.token()),
        client::releasePhoneNumber,
        ConnectReplies::taken);
  }

  @Override
  public CompletionStage<Accepted> detachFlow(PhoneNumberId id, String instanceId, Call call) {
    return sender.send(
        call,
        ConnectRequests.detachFlow(id, instanceId),
        client::disassociatePhoneNumberContactFlow,
        ConnectReplies::taken);
  }

  @Override
  public CompletionStage<Optional<String>> flowOf(Arn number, String instanceId, Call call) {
    return sender.send(
        call,
        ConnectRequests.flowOf(number, instanceId),
        client::batchGetFlowAssociation,
        reply -> ConnectReplies.flowOf(number, reply));
  }

  @Override
  public CompletionStage<Accepted> tag(Arn number, SortedMap<String, String> tags, Call call) {
    return sender.send(
        call, ConnectRequests.tag(number, tags), client::tagResource, ConnectReplies::taken);
  }

  @Override
  public CompletionStage<Accepted> untag(Arn number, SortedSet<String> keys, Call call) {
    return sender.send(
        call, ConnectRequests.untag(number, keys), client::untagResource, ConnectReplies::taken);
  }

  @Override
  public CompletionStage<Accepted> attachFlow(PhoneNumberId id, ContactFlow flow, Call call) {
    return sender.send(
        call,
        ConnectRequests.attachFlow(id, flow),
        client::associatePhoneNumberContactFlow,
        ConnectReplies::taken);
  }

  @Override
  public void close() {
    sender.close();
    owned.close();
  }
}
