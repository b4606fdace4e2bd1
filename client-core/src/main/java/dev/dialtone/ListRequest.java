package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ConnectOperations;
import dev.dialtone.internal.PageWalk;
import dev.dialtone.internal.Rules;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Listing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The numbers of the account in the client's Region, without status and tags: {@link
 * PhoneNumbers#describe} tells those. Nothing is asked until it is read, and only as many pages as
 * are needed. A walk ends after 1,000 pages, and after 25 empty pages in a row that each promise
 * more, in an {@link dev.dialtone.error.UnexpectedException}: it never goes on for ever.
 *
 * <p>Immutable: each method gives a new request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListPhoneNumbersV2.html">
 *     ListPhoneNumbersV2</a>
 */
public final class ListRequest {
  private static final int LARGEST_PAGE = 1_000;
  private static final int MOST_COUNTRIES = 10;
  private static final int MOST_TYPES = 6;
  private static final int LONGEST_PREFIX = "+12345678901".length();

  private final Gateway<ConnectPort> gateway;
  private final Listing listing;
  private final Optional<E164> only;

  private ListRequest(Gateway<ConnectPort> gateway, Listing listing, Optional<E164> only) {
    this.gateway = gateway;
    this.listing = listing;
    this.only = only;
  }

  static ListRequest all(Gateway<ConnectPort> gateway) {
    return new ListRequest(
        gateway,
        new Listing(
            Optional.empty(), Set.of(), Set.of(), Optional.empty(), LARGEST_PAGE, Optional.empty()),
        Optional.empty());
  }

  /** Only numbers that route to this instance or traffic distribution group. */
  public ListRequest in(Target target) {
    requireNonNull(target, "target");
    return with(
        new Listing(
            Optional.of(target),
            listing.countries(),
            listing.types(),
            listing.prefix(),
            listing.maxResults(),
            Optional.empty()));
  }

  /** Only numbers of these countries, at most 10; in place of those said before. */
  public ListRequest countries(CountryCode... countries) {
    return with(
        new Listing(
            listing.target(),
            new LinkedHashSet<>(List.of(countries)),
            listing.types(),
            listing.prefix(),
            listing.maxResults(),
            Optional.empty()));
  }

  /** Only numbers of these kinds, at most 6; in place of those said before. */
  public ListRequest types(NumberType... types) {
    return with(
        new Listing(
            listing.target(),
            listing.countries(),
            new LinkedHashSet<>(List.of(types)),
            listing.prefix(),
            listing.maxResults(),
            Optional.empty()));
  }

  /** Only numbers that begin so: {@code +}, the country code, and up to 11 digits in all. */
  public ListRequest prefix(String prefix) {
    requireNonNull(prefix, "prefix");
    return beginning(prefix, Optional.empty());
  }

  /**
   * Only this number; in place of a prefix. The service is asked for its first 11 digits, and the
   * rest is left out here.
   */
  public ListRequest number(E164 number) {
    String digits = number.value();
    return beginning(
        digits.substring(0, Math.min(digits.length(), LONGEST_PREFIX)), Optional.of(number));
  }

  /** How many numbers are asked for at once, 1 to 1,000. Default 1,000. */
  public ListRequest pageSize(int numbers) {
    return with(
        new Listing(
            listing.target(),
            listing.countries(),
            listing.types(),
            listing.prefix(),
            numbers,
            Optional.empty()));
  }

  /**
   * All numbers, page by page as the stream is read. Reading blocks the reader for as long as a
   * page takes, quota included; the stream never splits, parallel or not.
   *
   * @throws dev.dialtone.error.InvalidRequestException if the request breaks rules
   */
  public Stream<ListedNumber> stream() {
    rules().check();
    return walk().stream();
  }

  /**
   * The first numbers, at most {@code count} and at least 1; fewer if there are no more.
   *
   * @throws dev.dialtone.error.InvalidRequestException if the request breaks rules
   */
  public Answer<List<ListedNumber>> first(int count) {
    rules().count("first", count).check();
    return Running.answer(walk().first(count));
  }

  private Rules rules() {
    Rules rules =
        gateway
            .rules(ConnectOperations.LIST.api())
            .atMost("countries", MOST_COUNTRIES, listing.countries().size())
            .atMost("types", MOST_TYPES, listing.types().size())
            .prefix(listing.prefix())
            .pageSize(listing.maxResults(), LARGEST_PAGE);
    listing.target().ifPresent(rules::readTarget);
    return rules;
  }

  private PageWalk<?, Listing, ListedNumber> walk() {
    return gateway.walk(
        ConnectOperations.LIST,
        listing,
        listing::from,
        listed -> only.filter(number -> !listed.number().equals(number)).isEmpty());
  }

  private ListRequest beginning(String prefix, Optional<E164> number) {
    return new ListRequest(
        gateway,
        new Listing(
            listing.target(),
            listing.countries(),
            listing.types(),
            Optional.of(prefix),
            listing.maxResults(),
            Optional.empty()),
        number);
  }

  private ListRequest with(Listing other) {
    return new ListRequest(gateway, other, only);
  }
}
