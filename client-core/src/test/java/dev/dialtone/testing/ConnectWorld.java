package dev.dialtone.testing;

import dev.dialtone.model.Arn;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Import;
import dev.dialtone.spi.ConnectPort.Move;
import dev.dialtone.spi.PortException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What Amazon Connect knows and its rules. Not thread-safe; the port guards it. */
final class ConnectWorld {
  static final String FULL =
      "Your request for a phone number exceeds the limit of total phone numbers for this target.";

  private final Map<E164, AvailableNumber> inventory = new LinkedHashMap<>();
  private final Map<PhoneNumberId, HeldNumber> held = new LinkedHashMap<>();
  private final Map<Arn, AvailableNumber> sources = new HashMap<>();
  private final Places places;
  private final Tokens tokens = new Tokens();
  private final List<Effect> effects = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final Supplier<Duration> clock;
  Duration settlesAfter = Duration.ofSeconds(5);
  Duration lag = Duration.ZERO;

  ConnectWorld(Places places, Supplier<Duration> clock) {
    this.places = places;
    this.clock = clock;
  }

  void offer(AvailableNumber number) {
    inventory.put(number.number(), number);
  }

  void addSource(SourceNumber source, AvailableNumber number) {
    sources.put(source.arn(), number);
  }

  Duration time() {
    return clock.get();
  }

  Places places() {
    return places;
  }

  List<AvailableNumber> inventory() {
    return List.copyOf(inventory.values());
  }

  /** What reads show of the numbers that are held. */
  List<ConnectNumber> visible() {
    return held.values().stream().flatMap(number -> seen(number).stream()).toList();
  }

  private Optional<ConnectNumber> seen(HeldNumber number) {
    return number.seenAt(clock.get().minus(lag));
  }

  Tokens tokens() {
    return tokens;
  }

  /** The next claim or move settles as failed. */
  void failNext(String message) {
    failures.add(message);
  }

  List<Effect> effects() {
    return List.copyOf(effects);
  }

  Optional<HeldNumber> held(PhoneNumberId id) {
    return Optional.ofNullable(held.get(id));
  }

  Accepted claim(Claim claim, String token) {
    Target target = places.known(claim.target());
    List<Object> parameters =
        List.of(claim.number(), target, claim.description(), Map.copyOf(claim.tags()));
    return tokens.once(
        "ClaimPhoneNumber",
        token,
        parameters,
        () -> {
          HeldNumber number = kept(claim.number()).orElseGet(() -> offered(claim.number()));
          ConnectNumber wanted =
              number(number, target, claim.description(), claim.tags(), Optional.empty());
          return take("ClaimPhoneNumber", number, target, wanted, token);
        });
  }

  Accepted importNumber(Import wanted, String token) {
    Target target = places.known(wanted.instance());
    AvailableNumber source = sources.get(wanted.source().arn());
    if (source == null) {
      throw notFound("Source phone number");
    }
    List<Object> parameters =
        List.of(wanted.source(), target, wanted.description(), Map.copyOf(wanted.tags()));
    return tokens.once(
        "ImportPhoneNumber",
        token,
        parameters,
        () -> {
          HeldNumber number = new HeldNumber(source);
          if (held(PhoneNumberId.of(number.uuid())).filter(this::isTaken).isPresent()) {
            throw Failing.invalid("The source is imported already");
          }
          ConnectNumber settled =
              number(
                  number,
                  target,
                  wanted.description(),
                  wanted.tags(),
                  Optional.of(wanted.source().arn()));
          return take("ImportPhoneNumber", number, target, settled, token);
        });
  }

  private boolean isTaken(HeldNumber number) {
    return number.seenAt(clock.get()).isPresent() && !number.isKept(clock.get());
  }

  private static ConnectNumber number(
      HeldNumber number,
      Target target,
      Optional<String> description,
      Map<String, String> tags,
      Optional<Arn> source) {
    String uuid = number.uuid();
    return new ConnectNumber(
        PhoneNumberId.of(uuid),
        Optional.of(Arn.parse("arn:aws:connect:us-west-2:111122223333:phone-number/" + uuid)),
        number.offered().number(),
        number.offered().country(),
        number.offered().type(),
        NumberStatus.CLAIMED,
        Optional.empty(),
        Optional.of(target),
        description,
        tags,
        source);
  }

  private Accepted take(
      String operation, HeldNumber number, Target target, ConnectNumber wanted, String token) {
    Optional<String> failure = failure(target);
    write(
        number,
        wanted,
        Optional.of(
            failure.isPresent() ? Numbers.with(wanted, NumberStatus.FAILED, failure) : wanted));
    held.put(wanted.id(), number);
    happened(operation, token, number);
    return new Accepted(Optional.of(wanted.id()));
  }

  private Optional<HeldNumber> kept(E164 wanted) {
    return held.values().stream()
        .filter(number -> number.offered().number().equals(wanted))
        .filter(number -> number.isKept(clock.get()))
        .findFirst();
  }

  private HeldNumber offered(E164 wanted) {
    AvailableNumber offered = inventory.remove(wanted);
    if (offered == null) {
      throw Failing.refusal(
          Kind.TAKEN,
          400,
          "InvalidParameterException",
          "Phone number not available: " + wanted.value());
    }
    return new HeldNumber(offered);
  }

  Accepted move(Move move, String token) {
    HeldNumber number = known(move.id());
    Target target = places.known(move.target());
    return tokens.once(
        "UpdatePhoneNumber",
        token,
        List.of(move.id(), target),
        () -> {
          ConnectNumber before = idle(number);
          Optional<String> failure = failure(target);
          write(
              number,
              before,
              Optional.of(
                  failure.isPresent()
                      ? Numbers.with(before, NumberStatus.FAILED, failure)
                      : Numbers.at(
                          Numbers.with(before, NumberStatus.CLAIMED, Optional.empty()), target)));
          happened("UpdatePhoneNumber", token, number);
          return new Accepted(Optional.of(before.id()));
        });
  }

  ConnectNumber describe(PhoneNumberId id) {
    return seen(known(id)).orElseThrow(() -> notFound("Phone number"));
  }

  /** The number, if nothing is in progress on it. */
  ConnectNumber idle(HeldNumber number) {
    ConnectNumber before = now(number);
    if (before.status().equals(NumberStatus.IN_PROGRESS)) {
      throw Failing.refusal(
          Kind.CONFLICT, 409, "ResourceInUseException", "A previous operation is in progress");
    }
    return before;
  }

  ConnectNumber now(HeldNumber number) {
    return number.seenAt(clock.get()).orElseThrow(() -> notFound("Phone number"));
  }

  /** In progress for as long as it takes, then so. */
  void write(HeldNumber number, ConnectNumber during, Optional<ConnectNumber> after) {
    number.write(clock.get(), clock.get().plus(settlesAfter), during, after);
  }

  void happened(String operation, String token, HeldNumber number) {
    effects.add(new Effect(operation, token, number.uuid(), clock.get()));
  }

  Optional<String> scriptedFailure() {
    return failures.isEmpty() ? Optional.empty() : Optional.of(failures.remove(0));
  }

  private Optional<String> failure(Target target) {
    long there = held.values().stream().filter(number -> number.fills(target)).count();
    return scriptedFailure()
        .or(() -> there < places.quota(target) ? Optional.empty() : Optional.of(FULL));
  }

  HeldNumber known(PhoneNumberId id) {
    String uuid = id.value().substring(id.value().lastIndexOf('/') + 1);
    return held(PhoneNumberId.of(uuid)).orElseThrow(() -> notFound("Phone number"));
  }

  static RuntimeException notFound(String what) {
    return Failing.refusal(Kind.NOT_FOUND, 404, "ResourceNotFoundException", what + " not found");
  }
}
