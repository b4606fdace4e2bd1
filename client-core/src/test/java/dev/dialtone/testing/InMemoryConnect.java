package dev.dialtone.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Our written understanding of Amazon Connect's phone numbers, in memory: it answers at once and
 * settles by the timer, unless told what goes wrong. It passes {@link ConnectPortContract}.
 *
 * <p>Defaults: numbers settle after 5 seconds, reads do not lag, nothing goes wrong. This class is
 * thread-safe.
 */
public final class InMemoryConnect extends ScriptedPort implements ConnectPort {
  /** The operations of the API, by name. */
  public static final String SEARCH = "SearchAvailablePhoneNumbers";

  public static final String CLAIM = "ClaimPhoneNumber";
  public static final String MOVE = "UpdatePhoneNumber";
  public static final String DESCRIBE = "DescribePhoneNumber";
  public static final String LIST = "ListPhoneNumbersV2";
  public static final String IMPORT = "ImportPhoneNumber";
  public static final String DESCRIPTION = "UpdatePhoneNumberMetadata";
  public static final String RELEASE = "ReleasePhoneNumber";
  public static final String ATTACH = "AssociatePhoneNumberContactFlow";
  public static final String DETACH = "DisassociatePhoneNumberContactFlow";
  public static final String FLOW_OF = "BatchGetFlowAssociation";
  public static final String TAG = "TagResource";
  public static final String UNTAG = "UntagResource";

  private static final String REGION = "us-west-2";
  private static final String ARN = "arn:aws:connect:" + REGION + ":111122223333:";

  private final Places places = new Places();
  private final ConnectWorld world;
  private final NumberDesk desk;
  private final Listings listings;
  private UnaryOperator<ConnectNumber> shown = UnaryOperator.identity();
  private int named;
  private int closed;

  /** An empty service whose time is this timer's. */
  public InMemoryConnect(Timer timer) {
    super(timer);
    this.world = new ConnectWorld(places, this::elapsed);
    this.desk = new NumberDesk(world);
    this.listings = new Listings(world);
  }

  /** Adds an instance that may hold so many numbers. */
  public synchronized Target.Instance addInstance(int quota) {
    Target.Instance instance = Target.instance(ARN + "instance/" + uuid());
    places.add(instance, quota);
    return instance;
  }

  /** Adds a traffic distribution group of that instance, without a quota. */
  public synchronized Target.TrafficDistributionGroup addGroup(Target.Instance of) {
    var group = Target.trafficDistributionGroup(ARN + "traffic-distribution-group/" + uuid());
    places.add(group, of);
    return group;
  }

  /** Adds a flow to that instance. */
  public synchronized ContactFlow addFlow(Target.Instance instance) {
    ContactFlow flow = ContactFlow.of(instance.text() + "/contact-flow/" + uuid());
    places.add(flow);
    return flow;
  }

  /** Puts toll-free numbers of the US into the inventory. */
  public synchronized void offer(E164... numbers) {
    for (E164 number : numbers) {
      world.offer(tollFree(number));
    }
  }

  /** Adds a toll-free number of the US to another service, from which it can be imported. */
  public synchronized SourceNumber addSource(E164 number) {
    String id = uuid().toString().replace("-", "");
    SourceNumber source =
        SourceNumber.of("arn:aws:sms-voice:" + REGION + ":111122223333:phone-number/phone-" + id);
    world.addSource(source, tollFree(number));
    return source;
  }

  private static AvailableNumber tollFree(E164 number) {
    return new AvailableNumber(
        number, Optional.of(CountryCode.of("US")), Optional.of(NumberType.TOLL_FREE));
  }

  /** How long what is claimed or moved from now on stays IN_PROGRESS. */
  public synchronized void settlesAfter(Duration time) {
    world.settlesAfter = time;
  }

  /** The next claim or move settles as FAILED, for this reason. */
  public synchronized void settleNextAsFailed(String message) {
    world.failNext(message);
  }

  /** Reads show what was so long ago; what was claimed since then is not found. */
  public synchronized void readsLagBy(Duration time) {
    world.lag = time;
  }

  /** Lists leave out the others. */
  public synchronized void lists(Predicate<ConnectNumber> shown) {
    listings.shown = shown;
  }

  /** Searches begin with so many empty pages that promise more. */
  public synchronized void emptyPages(int count) {
    listings.emptyPages = count;
  }

  /** Reads show this instead of the truth. */
  public synchronized void shows(UnaryOperator<ConnectNumber> instead) {
    shown = instead;
  }

  /** What really changed, in order. */
  public synchronized List<Effect> effects() {
    return world.effects();
  }

  /** What really changed by one operation. */
  public List<Effect> effects(String operation) {
    return effects().stream().filter(effect -> effect.operation().equals(operation)).toList();
  }

  /** What is true of a number now, whatever reads show. */
  public synchronized Optional<ConnectNumber> truth(PhoneNumberId id) {
    return world.held(id).flatMap(number -> number.seenAt(elapsed()));
  }

  /** The flow that a number is on. */
  public synchronized Optional<ContactFlow> flowOf(PhoneNumberId id) {
    return world.held(id).flatMap(HeldNumber::flow);
  }

  /** How often it was closed. */
  public synchronized int closed() {
    return closed;
  }

  @Override
  public String region() {
    return REGION;
  }

  @Override
  public CompletionStage<Page<AvailableNumber>> search(Search search, Call call) {
    String page = search.nextToken().orElse("first");
    return answer(SEARCH, page, call, () -> listings.search(search));
  }

  @Override
  public CompletionStage<Accepted> claim(Claim claim, Call call) {
    String number = claim.number().value();
    return answer(CLAIM, number, call, () -> world.claim(claim, call.token()));
  }

  @Override
  public CompletionStage<Accepted> move(Move move, Call call) {
    return answer(MOVE, move.id().value(), call, () -> world.move(move, call.token()));
  }

  @Override
  public CompletionStage<ConnectNumber> describe(PhoneNumberId id, Call call) {
    return answer(DESCRIBE, id.value(), call, () -> shown.apply(world.describe(id)));
  }

  @Override
  public CompletionStage<Page<ListedNumber>> list(Listing listing, Call call) {
    return answer(LIST, listing.nextToken().orElse("first"), call, () -> listings.list(listing));
  }

  @Override
  public CompletionStage<Accepted> importNumber(Import wanted, Call call) {
    return answer(
        IMPORT, wanted.source().arn().text(), call, () -> world.importNumber(wanted, call.token()));
  }

  @Override
  public CompletionStage<Accepted> updateDescription(
      PhoneNumberId id, String description, Call call) {
    return answer(
        DESCRIPTION, id.value(), call, () -> desk.describe(id, description, call.token()));
  }

  @Override
  public CompletionStage<Accepted> release(PhoneNumberId id, Call call) {
    return answer(RELEASE, id.value(), call, () -> desk.release(id, call.token()));
  }

  @Override
  public CompletionStage<Accepted> attachFlow(PhoneNumberId id, ContactFlow flow, Call call) {
    return answer(ATTACH, id.value(), call, () -> desk.attach(id, flow, call.token()));
  }

  @Override
  public CompletionStage<Accepted> detachFlow(PhoneNumberId id, String instanceId, Call call) {
    return answer(DETACH, id.value(), call, () -> desk.detach(id, instanceId, call.token()));
  }

  @Override
  public CompletionStage<Optional<String>> flowOf(Arn number, String instanceId, Call call) {
    return answer(FLOW_OF, number.text(), call, () -> desk.flowOf(number, instanceId));
  }

  @Override
  public CompletionStage<Accepted> tag(Arn number, SortedMap<String, String> tags, Call call) {
    return answer(TAG, number.text(), call, () -> desk.tag(number, tags, call.token()));
  }

  @Override
  public CompletionStage<Accepted> untag(Arn number, SortedSet<String> keys, Call call) {
    return answer(UNTAG, number.text(), call, () -> desk.untag(number, keys, call.token()));
  }

  @Override
  public synchronized void close() {
    closed++;
  }

  private UUID uuid() {
    return UUID.nameUUIDFromBytes(("place " + named++).getBytes(UTF_8));
  }
}
