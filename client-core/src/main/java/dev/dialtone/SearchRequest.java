package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ConnectOperations;
import dev.dialtone.internal.PageWalk;
import dev.dialtone.internal.Rules;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Search;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A search of the inventory. What it finds is offered, not reserved: claim soon, and be ready for
 * {@link dev.dialtone.error.NumberTakenException}.
 *
 * <p>Pages of ten are asked for only as they are needed. A walk ends after 1,000 pages, and after
 * 25 empty pages in a row that each promise more, in an {@link
 * dev.dialtone.error.UnexpectedException}: it never goes on for ever.
 *
 * <p>Immutable: each method gives a new request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_SearchAvailablePhoneNumbers.html">
 *     SearchAvailablePhoneNumbers</a>
 */
public final class SearchRequest {
  private static final int LARGEST_PAGE = 10;

  private final Gateway<ConnectPort> gateway;
  private final Search search;

  private SearchRequest(Gateway<ConnectPort> gateway, Search search) {
    this.gateway = gateway;
    this.search = search;
  }

  /** A search that still lacks whom the numbers are offered to. */
  public static final class Start {
    private final Gateway<ConnectPort> gateway;
    private final CountryCode country;
    private final NumberType type;

    Start(Gateway<ConnectPort> gateway, CountryCode country, NumberType type) {
      this.gateway = gateway;
      this.country = country;
      this.type = type;
    }

    /**
     * Offers the numbers to this instance of the client's own Region, or to this traffic
     * distribution group, which may be asked from both its Regions.
     */
    public SearchRequest offeredTo(Target target) {
      requireNonNull(target, "target");
      return new SearchRequest(
          gateway,
          new Search(country, type, target, Optional.empty(), LARGEST_PAGE, Optional.empty()));
    }
  }

  /** Only numbers that begin so: {@code +}, the country code, and up to 11 digits in all. */
  public SearchRequest prefix(String prefix) {
    requireNonNull(prefix, "prefix");
    return with(Optional.of(prefix), search.maxResults());
  }

  /** How many numbers are asked for at once, 1 to 10. Default 10. */
  public SearchRequest pageSize(int numbers) {
    return with(search.prefix(), numbers);
  }

  /**
   * All numbers found, page by page as the stream is read. Reading blocks the reader for as long as
   * a page takes, quota included; the stream never splits, parallel or not.
   *
   * @throws dev.dialtone.error.InvalidRequestException if the search breaks rules
   */
  public Stream<AvailableNumber> stream() {
    rules().check();
    return walk().stream();
  }

  /**
   * The first numbers found, at most {@code count} and at least 1; fewer if there are no more.
   *
   * @throws dev.dialtone.error.InvalidRequestException if the search breaks rules
   */
  public Answer<List<AvailableNumber>> first(int count) {
    rules().count("first", count).check();
    return Running.answer(walk().first(count));
  }

  private Rules rules() {
    return gateway
        .rules(ConnectOperations.SEARCH.api())
        .readTarget(search.target())
        .prefix(search.prefix())
        .pageSize(search.maxResults(), LARGEST_PAGE);
  }

  private SearchRequest with(Optional<String> prefix, int maxResults) {
    return new SearchRequest(
        gateway,
        new Search(
            search.country(),
            search.type(),
            search.target(),
            prefix,
            maxResults,
            Optional.empty()));
  }

  private PageWalk<?, Search, AvailableNumber> walk() {
    return gateway.walk(ConnectOperations.SEARCH, search, search::from, found -> true);
  }
}
