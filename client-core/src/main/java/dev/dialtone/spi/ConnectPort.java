package dev.dialtone.spi;

import dev.dialtone.model.Arn;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
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

  /** ListPhoneNumbersV2. */
  CompletionStage<Page<ListedNumber>> list(Listing listing, Call call);

  /** ImportPhoneNumber. */
  CompletionStage<Accepted> importNumber(Import source, Call call);

  /** UpdatePhoneNumberMetadata. */
  CompletionStage<Accepted> updateDescription(PhoneNumberId id, String description, Call call);

  /** ReleasePhoneNumber. */
  CompletionStage<Accepted> release(PhoneNumberId id, Call call);

  /** AssociatePhoneNumberContactFlow. */
  CompletionStage<Accepted> attachFlow(PhoneNumberId id, ContactFlow flow, Call call);

  /** DisassociatePhoneNumberContactFlow. */
  CompletionStage<Accepted> detachFlow(PhoneNumberId id, String instanceId, Call call);

  /** BatchGetFlowAssociation: the id of the flow that the number is on in that instance. */
  CompletionStage<Optional<String>> flowOf(Arn number, String instanceId, Call call);

  /** TagResource: sets these tags, 1 to 50, and leaves the others. */
  CompletionStage<Accepted> tag(Arn number, SortedMap<String, String> tags, Call call);

  /** UntagResource: removes the tags of these keys, 1 to 50. */
  CompletionStage<Accepted> untag(Arn number, SortedSet<String> keys, Call call);

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
    @Override
    public String toString() {
      return "Claim[" + number + " to " + target + "]";
    }

    /** Everything the token is bound to, and the flow, by name. */
    public SortedMap<String, String> parameters() {
      SortedMap<String, String> all = new TreeMap<>();
      all.put("number", number.value());
      all.put("target", target.text().intern()); // Many have one target.
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
          new TreeMap<>(Map.of("id", id.value(), "target", target.text().intern()));
      flow.ifPresent(to -> all.put("flow", to.arn().text()));
      return all;
    }
  }

  /**
   * An import.
   *
   * @param source the number of the other service
   * @param instance the instance that it is to route to; a group cannot be named
   * @param description its description
   * @param tags its tags
   * @param flow the flow to attach once it is imported; not part of the request
   */
  record Import(
      SourceNumber source,
      Target.Instance instance,
      Optional<String> description,
      SortedMap<String, String> tags,
      Optional<ContactFlow> flow) {
    @Override
    public String toString() {
      return "Import[" + source + " to " + instance + "]";
    }

    /** Everything the token is bound to, and the flow, by name. */
    public SortedMap<String, String> parameters() {
      SortedMap<String, String> all = new TreeMap<>();
      all.put("source", source.arn().text());
      all.put("target", instance.text().intern());
      description.ifPresent(text -> all.put("description", text));
      tags.forEach((key, value) -> all.put("tag." + key, value));
      flow.ifPresent(to -> all.put("flow", to.arn().text()));
      return all;
    }
  }

  /**
   * One page of the account's numbers.
   *
   * @param target only those that route there; empty for the whole Region
   * @param countries only those of these countries, at most 10; empty for all
   * @param types only those of these kinds, at most 6; empty for all
   * @param prefix how they begin
   * @param maxResults at most so many in the page, 1 to 1,000
   * @param nextToken the page to get; empty for the first
   */
  record Listing(
      Optional<Target> target,
      Set<CountryCode> countries,
      Set<NumberType> types,
      Optional<String> prefix,
      int maxResults,
      Optional<String> nextToken) {
    /** Copies the sets, in their order. */
    public Listing {
      countries = Collections.unmodifiableSet(new LinkedHashSet<>(countries));
      types = Collections.unmodifiableSet(new LinkedHashSet<>(types));
    }

    @Override
    public String toString() {
      return "Listing[" + target.map(at -> "in " + at).orElse("whole Region") + "]";
    }

    /** The same listing, at the page that the token names. */
    public Listing from(Optional<String> token) {
      return new Listing(target, countries, types, prefix, maxResults, token);
    }
  }
}
