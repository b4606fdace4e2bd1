package dev.dialtone.chime;

import dev.dialtone.aws.Sender;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.ProductType;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.PortException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import software.amazon.awssdk.services.chime.ChimeAsyncClient;
import software.amazon.awssdk.services.chime.model.BatchUpdatePhoneNumberRequest;
import software.amazon.awssdk.services.chime.model.BatchUpdatePhoneNumberResponse;
import software.amazon.awssdk.services.chime.model.GetPhoneNumberRequest;
import software.amazon.awssdk.services.chime.model.ListPhoneNumbersRequest;
import software.amazon.awssdk.services.chime.model.ListPhoneNumbersResponse;
import software.amazon.awssdk.services.chime.model.PhoneNumber;
import software.amazon.awssdk.services.chime.model.UpdatePhoneNumberRequest;
import software.amazon.awssdk.services.chime.model.UpdatePhoneNumberRequestItem;
import software.amazon.awssdk.services.chime.model.UpdatePhoneNumberResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The Chime port over the namespace of the old Amazon Chime. Thread-safe. */
final class LegacyAdapter implements ChimePort {
  private static final int LARGEST_PAGE = 99;

  private final String region;
  private final ChimeAsyncClient client;
  private final Sender sender;
  private final SdkAutoCloseable owned;

  LegacyAdapter(String region, ChimeAsyncClient client, Sender sender, SdkAutoCloseable owned) {
    this.region = region;
    this.client = client;
    this.sender = sender;
    this.owned = owned;
  }

  @Override
  public String region() {
    return region;
  }

  @Override
  public String namespace() {
    return "chime";
  }

  @Override
  public int largestPage() {
    return LARGEST_PAGE;
  }

  @Override
  public CompletionStage<ChimeNumber> describe(E164 number, Call call) {
    return sender.send(
        call,
        GetPhoneNumberRequest.builder().phoneNumberId(number.value()),
        client::getPhoneNumber,
        reply ->
            ChimeReplies.asked(
                number, words(ChimeReplies.required(reply.phoneNumber(), "number"))));
  }

  @Override
  public CompletionStage<Page<ChimeNumber>> list(Listing listing, Call call) {
    var request = ListPhoneNumbersRequest.builder().maxResults(listing.maxResults());
    listing.productType().ifPresent(type -> request.productType(type.value()));
    listing.nextToken().ifPresent(request::nextToken);
    return sender.send(call, request, client::listPhoneNumbers, LegacyAdapter::page);
  }

  @Override
  public CompletionStage<Accepted> updateCallingName(E164 number, String callingName, Call call) {
    return update(number, request -> request.callingName(callingName), call);
  }

  @Override
  public CompletionStage<Map<E164, PortException>> updateCallingNames(
      Map<E164, String> callingNames, Call call) {
    var request =
        BatchUpdatePhoneNumberRequest.builder()
            .updatePhoneNumberRequestItems(
                callingNames.entrySet().stream()
                    .map(each -> item(each.getKey(), each.getValue()))
                    .toList());
    return sender.send(
        call,
        request,
        client::batchUpdatePhoneNumber,
        reply -> ChimeReplies.refusals(callingNames.keySet(), errors(reply)));
  }

  @Override
  public CompletionStage<Accepted> updateProductType(
      E164 number, ProductType productType, Call call) {
    return update(number, request -> request.productType(productType.value()), call);
  }

  @Override
  public void close() {
    sender.close();
    owned.close();
  }

  /** One detail a call: the service takes no more. */
  private CompletionStage<Accepted> update(
      E164 number, Consumer<UpdatePhoneNumberRequest.Builder> detail, Call call) {
    var request = UpdatePhoneNumberRequest.builder().phoneNumberId(number.value());
    detail.accept(request);
    return sender.send(call, request, client::updatePhoneNumber, LegacyAdapter::taken);
  }

  private static UpdatePhoneNumberRequestItem item(E164 number, String callingName) {
    return UpdatePhoneNumberRequestItem.builder()
        .phoneNumberId(number.chimeId())
        .callingName(callingName)
        .build();
  }

  private static List<ChimeReplies.ItemError> errors(BatchUpdatePhoneNumberResponse reply) {
    String requestId = reply.responseMetadata().requestId();
    return reply.phoneNumberErrors().stream()
        .map(
            error ->
                new ChimeReplies.ItemError(
                    error.phoneNumberId(),
                    error.errorCodeAsString(),
                    error.errorMessage(),
                    requestId))
        .toList();
  }

  /** What it says of the number proves nothing; that it says something, that it is an answer. */
  private static Accepted taken(UpdatePhoneNumberResponse reply) {
    ChimeReplies.required(reply.phoneNumber(), "number");
    return Accepted.WITHOUT_ID;
  }

  private static Page<ChimeNumber> page(ListPhoneNumbersResponse reply) {
    return ChimeReplies.page(
        reply, reply.phoneNumbers().stream().map(LegacyAdapter::words), reply.nextToken());
  }

  private static ChimeReplies.Words words(PhoneNumber number) {
    return new ChimeReplies.Words(
        number.e164PhoneNumber(),
        number.country(),
        number.typeAsString(),
        number.productTypeAsString(),
        number.statusAsString(),
        number.callingName(),
        number.callingNameStatusAsString(),
        null,
        number.updatedTimestamp());
  }
}
