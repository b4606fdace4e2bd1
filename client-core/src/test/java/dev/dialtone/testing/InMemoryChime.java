package dev.dialtone.testing;

import dev.dialtone.model.CallingNameStatus;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.ChimeNumberType;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.ProductType;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ChimeVoicePort;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Our written understanding of Amazon Chime's phone numbers, in memory. Calling names settle by the
 * timer, after 2 hours unless told otherwise. This class is thread-safe.
 */
public final class InMemoryChime extends ScriptedPort implements ChimeVoicePort {
  /** The operations of the API, by name; updates are told apart by what they change. */
  public static final String GET = "GetPhoneNumber";

  public static final String LIST = "ListPhoneNumbers";
  public static final String CALLING_NAME = "UpdatePhoneNumber CallingName";
  public static final String CALLING_NAMES = "BatchUpdatePhoneNumber";
  public static final String PRODUCT_TYPE = "UpdatePhoneNumber ProductType";
  public static final String NAME = "UpdatePhoneNumber Name";

  private record Change(String name, boolean fails, Duration settlesAt) {}

  private final Timer timer;
  private final Map<E164, ChimeNumber> numbers = new LinkedHashMap<>();
  private final Map<E164, Change> pending = new LinkedHashMap<>();
  private final List<Effect> effects = new ArrayList<>();
  private Duration settlesAfter = Duration.ofHours(2);
  private final Map<E164, PortException> refuseNext = new LinkedHashMap<>();
  private UnaryOperator<ChimeNumber> listed = UnaryOperator.identity();
  private boolean failNext;
  private UnaryOperator<ChimeNumber> shown = UnaryOperator.identity();
  private int closed;

  /** An empty service whose time is this timer's. */
  public InMemoryChime(Timer timer) {
    super(timer);
    this.timer = timer;
  }

  /** Adds a local number of the US for voice connectors, unassigned and without a calling name. */
  public synchronized void add(E164 number) {
    add(
        new ChimeNumber(
            number,
            Optional.of(CountryCode.of("US")),
            Optional.of(ChimeNumberType.LOCAL),
            Optional.of(ProductType.VOICE_CONNECTOR),
            Optional.of("Unassigned"),
            Optional.empty(),
            Optional.of(CallingNameStatus.UNASSIGNED),
            Optional.empty(),
            Optional.of(timer.now())));
  }

  /** Adds this number. */
  public synchronized void add(ChimeNumber number) {
    numbers.put(number.number(), number);
  }

  /** How long a calling name takes from now on. */
  public synchronized void settlesAfter(Duration time) {
    settlesAfter = time;
  }

  /** The next calling name settles as failed. */
  public synchronized void failNext() {
    failNext = true;
  }

  /** The next batch refuses this number so. */
  public synchronized void refuseNext(E164 number, PortException refusal) {
    refuseNext.put(number, refusal);
  }

  /** Lists show this instead of the truth. */
  public synchronized void lists(UnaryOperator<ChimeNumber> instead) {
    listed = instead;
  }

  /** Reads show this instead of the truth. */
  public synchronized void shows(UnaryOperator<ChimeNumber> instead) {
    shown = instead;
  }

  /** What really changed, in order. */
  public synchronized List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** What is true now, whatever reads show. */
  public synchronized ChimeNumber truth(E164 number) {
    return settled(number);
  }

  /** The number as a list shows it that does not tell how its calling name stands. */
  public static ChimeNumber withoutCallingNameStatus(ChimeNumber number) {
    return new ChimeNumber(
        number.number(),
        number.country(),
        number.type(),
        number.productType(),
        number.status(),
        number.callingName(),
        Optional.empty(),
        number.name(),
        number.updatedAt());
  }

  /** How often it was closed. */
  public synchronized int closed() {
    return closed;
  }

  @Override
  public String region() {
    return "us-west-2";
  }

  @Override
  public String namespace() {
    return "chimesdkvoice";
  }

  @Override
  public int largestPage() {
    return 100;
  }

  @Override
  public CompletionStage<ChimeNumber> describe(E164 number, Call call) {
    return answer(GET, number.value(), call, () -> shown.apply(settled(number)));
  }

  @Override
  public CompletionStage<Page<ChimeNumber>> list(Listing listing, Call call) {
    return answer(LIST, listing.nextToken().orElse("first"), call, () -> page(listing));
  }

  @Override
  public CompletionStage<Accepted> updateCallingName(E164 number, String name, Call call) {
    return answer(CALLING_NAME, number.value(), call, () -> rename(number, name, call));
  }

  @Override
  public CompletionStage<Map<E164, PortException>> updateCallingNames(
      Map<E164, String> names, Call call) {
    return answer(CALLING_NAMES, names.size() + " numbers", call, () -> renameAll(names, call));
  }

  @Override
  public CompletionStage<Accepted> updateProductType(E164 number, ProductType type, Call call) {
    return answer(
        PRODUCT_TYPE,
        number.value(),
        call,
        () -> {
          ChimeNumber now = settled(number);
          return change(PRODUCT_TYPE, with(now, Optional.of(type), now.name()), call);
        });
  }

  @Override
  public CompletionStage<Accepted> updateName(E164 number, String name, Call call) {
    return answer(
        NAME,
        number.value(),
        call,
        () -> {
          ChimeNumber now = settled(number);
          Optional<String> wanted = Optional.of(name).filter(text -> !text.isEmpty());
          return change(NAME, with(now, now.productType(), wanted), call);
        });
  }

  @Override
  public synchronized void close() {
    closed++;
  }

  private Accepted rename(E164 number, String name, Call call) {
    ChimeNumber now = settled(number);
    if (pending.containsKey(number)) {
      throw Failing.refusal(Kind.CONFLICT, 409, "ConflictException", "A change is pending");
    }
    pending.put(number, new Change(name, failNext, elapsed().plus(settlesAfter)));
    failNext = false;
    ChimeNumber during =
        named(now, now.callingName(), CallingNameStatus.UPDATE_IN_PROGRESS, timer.now());
    return change(CALLING_NAME, during, call);
  }

  private Map<E164, PortException> renameAll(Map<E164, String> names, Call call) {
    if (names.isEmpty() || names.size() > 50) {
      throw Failing.refusal(Kind.INVALID_PARAMETER, 400, "BadRequestException", "1 to 50 items");
    }
    Map<E164, PortException> refused = new LinkedHashMap<>();
    names.forEach(
        (number, name) -> {
          try {
            PortException unlucky = refuseNext.remove(number);
            if (unlucky != null) {
              throw unlucky;
            }
            rename(number, name, call);
          } catch (PortException refusal) {
            refused.put(number, refusal);
          }
        });
    return refused;
  }

  private Accepted change(String operation, ChimeNumber to, Call call) {
    numbers.put(to.number(), to);
    effects.add(new Effect(operation, call.token(), to.number().value(), elapsed()));
    return Accepted.WITHOUT_ID;
  }

  private ChimeNumber settled(E164 number) {
    ChimeNumber now = numbers.get(number);
    if (now == null) {
      throw Failing.refusal(Kind.NOT_FOUND, 404, "NotFoundException", "Number not found");
    }
    Change change = pending.get(number);
    if (change != null && elapsed().compareTo(change.settlesAt()) >= 0) {
      pending.remove(number);
      now =
          change.fails()
              ? named(now, now.callingName(), CallingNameStatus.UPDATE_FAILED, timer.now())
              : named(
                  now,
                  Optional.of(change.name()).filter(text -> !text.isEmpty()),
                  CallingNameStatus.UPDATE_SUCCEEDED,
                  timer.now());
      numbers.put(number, now);
    }
    return now;
  }

  private Page<ChimeNumber> page(Listing listing) {
    List<ChimeNumber> found =
        List.copyOf(numbers.keySet()).stream()
            .map(this::settled)
            .map(listed)
            .filter(
                number ->
                    listing.productType().isEmpty()
                        || listing.productType().equals(number.productType()))
            .toList();
    int from = listing.nextToken().map(Integer::parseInt).orElse(0);
    int to = Math.min(found.size(), from + listing.maxResults());
    return new Page<>(
        found.subList(Math.min(from, to), to),
        to < found.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
  }

  private static ChimeNumber named(
      ChimeNumber number, Optional<String> name, CallingNameStatus status, Instant at) {
    return new ChimeNumber(
        number.number(),
        number.country(),
        number.type(),
        number.productType(),
        number.status(),
        name,
        Optional.of(status),
        number.name(),
        Optional.of(at));
  }

  private static ChimeNumber with(
      ChimeNumber number, Optional<ProductType> type, Optional<String> name) {
    return new ChimeNumber(
        number.number(),
        number.country(),
        number.type(),
        type,
        number.status(),
        number.callingName(),
        number.callingNameStatus(),
        name,
        number.updatedAt());
  }
}
