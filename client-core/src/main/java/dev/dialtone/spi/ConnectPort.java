package dev.dialtone.spi;

import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * What the engine asks of Amazon Connect. Each method sends one request, once, without blocking its
 * caller, and maps; it decides nothing. It fails its stage with {@link PortException} and no other,
 * and completes it at the latest when the {@link Call}'s timeout is over. Implementations are
 * thread-safe.
 */
public interface ConnectPort extends AutoCloseable {
  /** The Region that every request goes to. */
  String region();

  /** SearchAvailablePhoneNumbers. */
  CompletionStage<Page<AvailableNumber>> search(Search search, Call call);

  /** ClaimPhoneNumber. */
  CompletionStage<Accepted> claim(Claim claim, Call call);

  /** UpdatePhoneNumber. */
  CompletionStage<Accepted> move(Move move, Call call);

  /** DescribePhoneNumber. */
  CompletionStage<ConnectNumber> describe(PhoneNumberId id, Call call);

  /** AssociatePhoneNumberContactFlow. */
  CompletionStage<Void> attachFlow(PhoneNumberId id, ContactFlow flow, Call call);

  /** Closes what the adapter created, and nothing that it was given. */
  @Override
  void close();

  /**
   * One page of a search.
   *
   * @param country where the numbers are
   * @param type their kind
   * @param target whom they are offered to
   * @param prefix how they begin
   * @param maxResults at most so many in the page
   * @param nextToken the page to get; empty for the first
   */
  record Search(
      CountryCode country,
      NumberType type,
      Target target,
      Optional<String> prefix,
      int maxResults,
      Optional<String> nextToken) {
    @Override
    public String toString() {
      return "Search[" + type + " in " + country + ", offered to " + target + "]";
    }

    /** The same search, at the page that the token names. */
    public Search from(Optional<String> token) {
      return new Search(country, type, target, prefix, maxResults, token);
    }
  }

  /**
   * One page of a listing.
   *
   * @param items its items, possibly none although more pages follow
   * @param nextToken names the next page; empty at the end
   */
  record Page<T>(List<T> items, Optional<String> nextToken) {
    /** Copies the items. */
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * A claim.
   *
   * @param number the number wanted
   * @param target what it is to route to
   * @param description its description
   * @param tags its tags
   * @param flow the flow to attach once it is claimed; not part of the request
   */
  record Claim(
      E164 number,
      Target target,
      Optional<String> description,
      SortedMap<String, String> tags,
      Optional<ContactFlow> flow) {
    /** Everything the token is bound to, and the flow, by name. */
    public SortedMap<String, String> parameters() {
      SortedMap<String, String> all = new TreeMap<>();
      all.put("number", number.value());
      all.put("target", target.text());
      description.ifPresent(text -> all.put("description", text));
      tags.forEach((key, value) -> all.put("tag." + key, value));
      flow.ifPresent(to -> all.put("flow", to.arn().text()));
      return all;
    }
  }

  /**
   * A move.
   *
   * @param id the number
   * @param target where it is to go
   * @param flow the flow to attach once it is there; not part of the request
   */
  record Move(PhoneNumberId id, Target target, Optional<ContactFlow> flow) {
    /** Everything the token is bound to, and the flow, by name. */
    public SortedMap<String, String> parameters() {
      SortedMap<String, String> all =
          new TreeMap<>(Map.of("id", id.value(), "target", target.text()));
      flow.ifPresent(to -> all.put("flow", to.arn().text()));
      return all;
    }
  }
}
