package dev.dialtone.spi;

import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.ProductType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What the engine asks of Amazon Chime, whichever namespace the adapter talks to. No request of it
 * takes a token. Otherwise the rules of {@link ConnectPort} hold: each method sends one request,
 * once, without blocking, fails its stage with {@link PortException} and no other, and completes it
 * when the {@link Call}'s timeout is over at the latest. Implementations are thread-safe.
 */
public interface ChimePort extends AutoCloseable {
  /** The Region that every request goes to; the legacy namespace has but one. */
  String region();

  /** Which of the two it is: {@code chimesdkvoice} or {@code chime}. */
  String namespace();

  /** The most numbers that one page of a listing may have. */
  int largestPage();

  /** GetPhoneNumber. */
  CompletionStage<ChimeNumber> describe(E164 number, Call call);

  /** ListPhoneNumbers. */
  CompletionStage<Page<ChimeNumber>> list(Listing listing, Call call);

  /** UpdatePhoneNumber, with a calling name and nothing else; empty clears it. */
  CompletionStage<Accepted> updateCallingName(E164 number, String callingName, Call call);

  /**
   * BatchUpdatePhoneNumber, with a calling name and nothing else for each of these numbers, at
   * least 1 and at most 50. The answer has an entry for each number that was refused, and no
   * others; with an entry for a number that was not asked for, it counts as unreadable.
   */
  CompletionStage<Map<E164, PortException>> updateCallingNames(
      Map<E164, String> callingNames, Call call);

  /** UpdatePhoneNumber, with a product type and nothing else. */
  CompletionStage<Accepted> updateProductType(E164 number, ProductType productType, Call call);

  /** Closes what the adapter created, and nothing that it was given. */
  @Override
  void close();

  /**
   * One page of the account's numbers.
   *
   * @param productType only those that are for this; empty for all
   * @param maxResults at most so many in the page
   * @param nextToken the page to get; empty for the first
   */
  record Listing(Optional<ProductType> productType, int maxResults, Optional<String> nextToken) {
    /** The same listing, at the page that the token names. */
    public Listing from(Optional<String> token) {
      return new Listing(productType, maxResults, token);
    }
  }
}
