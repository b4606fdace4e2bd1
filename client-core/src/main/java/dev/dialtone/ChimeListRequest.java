package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ChimeOperations;
import dev.dialtone.internal.PageWalk;
import dev.dialtone.internal.Rules;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.ProductType;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.ChimePort.Listing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers of the account in the adapter's namespace. A listed number may lack its calling name
 * status: {@link PhoneNumbers#describeChime} tells it. Nothing is asked until it is read, page by
 * page, within the bounds of {@link ListRequest}.
 *
 * <p>Immutable: each method gives a new request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_ListPhoneNumbers.html">
 *     ListPhoneNumbers</a>
 */
public final class ChimeListRequest {
  private final Gateway<ChimePort> gateway;
  private final int largestPage;
  private final Listing listing;

  private ChimeListRequest(Gateway<ChimePort> gateway, int largestPage, Listing listing) {
    this.gateway = gateway;
    this.largestPage = largestPage;
    this.listing = listing;
  }

  static ChimeListRequest all(Gateway<ChimePort> gateway, int largestPage) {
    return new ChimeListRequest(
        gateway, largestPage, new Listing(Optional.empty(), largestPage, Optional.empty()));
  }

  /** Only numbers that are for this. */
  public ChimeListRequest productType(ProductType type) {
    requireNonNull(type, "type");
    return with(Optional.of(type), listing.maxResults());
  }

  /** How many are asked for at once; at most and by default 100, in the legacy namespace 99. */
  public ChimeListRequest pageSize(int numbers) {
    return with(listing.productType(), numbers);
  }

  /**
   * All numbers, page by page as the stream is read. Reading blocks the reader for as long as a
   * page takes, quota included; the stream never splits, parallel or not.
   *
   * @throws dev.dialtone.error.InvalidRequestException if the request breaks rules
   */
  public Stream<ChimeNumber> stream() {
    rules().check();
    return walk().stream();
  }

  /**
   * The first numbers, at most {@code count} and at least 1; fewer if there are no more.
   *
   * @throws dev.dialtone.error.InvalidRequestException if the request breaks rules
   */
  public Answer<List<ChimeNumber>> first(int count) {
    rules().count("first", count).check();
    return Running.answer(walk().first(count));
  }

  private Rules rules() {
    return gateway.rules(ChimeOperations.LIST.api()).pageSize(listing.maxResults(), largestPage);
  }

  private PageWalk<?, Listing, ChimeNumber> walk() {
    return gateway.walk(ChimeOperations.LIST, listing, listing::from, listed -> true);
  }

  private ChimeListRequest with(Optional<ProductType> type, int maxResults) {
    return new ChimeListRequest(
        gateway, largestPage, new Listing(type, maxResults, Optional.empty()));
  }
}
