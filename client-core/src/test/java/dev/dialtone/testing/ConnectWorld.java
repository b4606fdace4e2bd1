package dev.dialtone.testing;

import dev.dialtone.model.Arn;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Move;
import dev.dialtone.spi.ConnectPort.Page;
import dev.dialtone.spi.ConnectPort.Search;
import dev.dialtone.spi.PortException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What Amazon Connect knows and its rules. Not thread-safe; the port guards it. */
final class ConnectWorld {
  static final String FULL =
      "Your request for a phone number exceeds the limit of total phone numbers for this target.";

  private record Use(String operation, Object parameters, Accepted answer) {}

  private final Map<Target, Integer> quotas = new LinkedHashMap<>();
  private final Map<Target, Target.Instance> groups = new HashMap<>();
  private final Set<ContactFlow> flows = new HashSet<>();
  private final Map<E164, AvailableNumber> inventory = new LinkedHashMap<>();
  private final Map<PhoneNumberId, HeldNumber> held = new LinkedHashMap<>();
  private final Map<String, Use> uses = new HashMap<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final Supplier<Duration> clock;
  Duration settlesAfter = Duration.ofSeconds(5);
  Duration lag = Duration.ZERO;
  int emptyPages;

  ConnectWorld(Supplier<Duration> clock) {
    this.clock = clock;
  }

  void add(Target target, int quota) {
    quotas.put(target, quota);
  }

  void addGroup(Target group, Target.Instance of) {
    add(group, Integer.MAX_VALUE);
    groups.put(group, of);
  }

  void add(ContactFlow flow) {
    flows.add(flow);
  }

  void offer(AvailableNumber number) {
    inventory.put(number.number(), number);
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

  Page<AvailableNumber> search(Search search) {
    known(search.target());
    int page = search.nextToken().map(Integer::parseInt).orElse(0);
    if (page < emptyPages) {
      return new Page<>(List.of(), Optional.of(String.valueOf(page + 1)));
    }
    List<AvailableNumber> found =
        inventory.values().stream()
            .filter(number -> number.country().filter(search.country()::equals).isPresent())
            .filter(number -> number.type().filter(search.type()::equals).isPresent())
            .filter(number -> number.number().value().startsWith(search.prefix().orElse("")))
            .toList();
    int from = Math.min(found.size(), (page - emptyPages) * search.maxResults());
    int to = Math.min(found.size(), from + search.maxResults());
    return new Page<>(
        found.subList(from, to),
        to < found.size() ? Optional.of(String.valueOf(page + 1)) : Optional.empty());
  }

  Accepted claim(Claim claim, String token) {
    Target target = known(claim.target());
    List<Object> parameters =
        List.of(claim.number(), target, claim.description(), Map.copyOf(claim.tags()));
    return once("ClaimPhoneNumber", token, parameters, () -> take(claim, target, token));
  }

  private Accepted take(Claim claim, Target target, String token) {
    HeldNumber number = kept(claim.number()).orElseGet(() -> offered(claim.number()));
    String uuid = number.uuid();
    Optional<String> failure = failure(target);
    ConnectNumber settled =
        new ConnectNumber(
            PhoneNumberId.of(uuid),
            Optional.of(Arn.parse("arn:aws:connect:us-west-2:111122223333:phone-number/" + uuid)),
            claim.number(),
            number.offered().country(),
            number.offered().type(),
            failure.isPresent() ? NumberStatus.FAILED : NumberStatus.CLAIMED,
            failure,
            Optional.of(target),
            claim.description(),
            claim.tags(),
            Optional.empty());
    write(number, target, settled);
    held.put(settled.id(), number);
    effects.add(new Effect("ClaimPhoneNumber", token, uuid, clock.get()));
    return new Accepted(Optional.of(settled.id()));
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
    Target target = known(move.target());
    return once(
        "UpdatePhoneNumber", token, List.of(move.id(), target), () -> carry(number, target, token));
  }

  private Accepted carry(HeldNumber number, Target target, String token) {
    ConnectNumber before = number.at(clock.get());
    if (before.status().equals(NumberStatus.IN_PROGRESS)) {
      throw Failing.refusal(
          Kind.CONFLICT, 409, "ResourceInUseException", "A previous operation is in progress");
    }
    Optional<String> failure = failure(target);
    Target from = before.target().orElseThrow();
    write(
        number,
        from,
        failure.isPresent()
            ? HeldNumber.with(before, NumberStatus.FAILED, failure, from)
            : HeldNumber.with(before, NumberStatus.CLAIMED, Optional.empty(), target));
    effects.add(new Effect("UpdatePhoneNumber", token, before.id().value(), clock.get()));
    return new Accepted(Optional.of(before.id()));
  }

  ConnectNumber describe(PhoneNumberId id) {
    return known(id).seenAt(clock.get().minus(lag)).orElseThrow(() -> notFound("Phone number"));
  }

  void attach(PhoneNumberId id, ContactFlow flow, String token) {
    HeldNumber number = known(id);
    if (!flows.contains(flow)) {
      throw notFound("Contact flow");
    }
    ConnectNumber now = number.at(clock.get());
    Target target = now.target().orElseThrow();
    String instance = groups.getOrDefault(target, instance(target, flow)).id();
    if (!now.status().equals(NumberStatus.CLAIMED) || !instance.equals(flow.instanceId())) {
      throw Failing.invalid("The flow does not fit: the number is " + now.status());
    }
    if (!number.flow().equals(Optional.of(flow))) {
      number.attach(flow);
      effects.add(new Effect("AssociatePhoneNumberContactFlow", token, id.value(), clock.get()));
    }
  }

  private static Target.Instance instance(Target target, ContactFlow flow) {
    return target instanceof Target.Instance instance
        ? instance
        : Target.instance(flow.instanceId());
  }

  private Accepted once(
      String operation, String token, Object parameters, Supplier<Accepted> effect) {
    if (!token.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw Failing.invalid("ClientToken must be a UUID in lower case");
    }
    Use earlier = uses.get(token);
    if (earlier == null) {
      Accepted answer = effect.get();
      uses.put(token, new Use(operation, parameters, answer));
      return answer;
    }
    if (!earlier.operation().equals(operation) || !earlier.parameters().equals(parameters)) {
      throw Failing.refusal(
          Kind.IDEMPOTENCY, 409, "IdempotencyException", "The token has other parameters");
    }
    return earlier.answer();
  }

  private void write(HeldNumber number, Target meanwhile, ConnectNumber settled) {
    number.write(clock.get(), clock.get().plus(settlesAfter), meanwhile, settled);
  }

  private Optional<String> failure(Target target) {
    if (!failures.isEmpty()) {
      return Optional.of(failures.remove(0));
    }
    long there = held.values().stream().filter(number -> number.fills(target)).count();
    return there < quotas.get(target) ? Optional.empty() : Optional.of(FULL);
  }

  private Target known(Target named) {
    return quotas.keySet().stream()
        .filter(named::isSameAs)
        .findFirst()
        .orElseThrow(() -> notFound("Target"));
  }

  private HeldNumber known(PhoneNumberId id) {
    String uuid = id.value().substring(id.value().lastIndexOf('/') + 1);
    return held(PhoneNumberId.of(uuid)).orElseThrow(() -> notFound("Phone number"));
  }

  private static RuntimeException notFound(String what) {
    return Failing.refusal(Kind.NOT_FOUND, 404, "ResourceNotFoundException", what + " not found");
  }
}
