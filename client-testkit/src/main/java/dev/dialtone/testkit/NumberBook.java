package dev.dialtone.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every number that was ever claimed or imported: stale reads show a released one for a while. Not
 * thread-safe; the world guards it.
 */
final class NumberBook {
  private final Arns arns;
  private final Dice ids;
  private final List<HeldNumber> inOrder = new ArrayList<>();
  private final Map<String, HeldNumber> byId = new HashMap<>();
  private final Map<String, HeldNumber> latestOfNumber = new HashMap<>();
  private final Map<String, HeldNumber> staying = new LinkedHashMap<>();
  private final AsBuilt<HeldNumber> builtStaying = new AsBuilt<>(staying);
  private final Occupancy occupancy = new Occupancy();

  NumberBook(Arns arns, Dice ids) {
    this.arns = arns;
    this.ids = ids;
  }

  HeldNumber add(
      PhoneNumber phoneNumber, Optional<String> sourceArn, NumberVersion<NumberState> claim) {
    return note(new HeldNumber(identity(arns, phoneNumber, sourceArn), claim));
  }

  /** One that was there before anybody claimed: a reset brings it back as it was. */
  HeldNumber own(PhoneNumber phoneNumber, Target target) {
    return stay(identity(arns, phoneNumber, Optional.empty()), target);
  }

  /** The same, claimed in another Region: there its id alone says nothing here. */
  HeldNumber ownElsewhere(String region, PhoneNumber phoneNumber, Target group) {
    return stay(identity(arns.in(region), phoneNumber, Optional.empty()), group);
  }

  HeldNumber write(HeldNumber number, NumberVersion<NumberState> version) {
    number.write(version);
    occupancy.note(number);
    return number;
  }

  /** What a write works on: the truth, without what is released. */
  HeldNumber get(String idOrArn, Instant now) {
    return ever(idOrArn)
        .filter(number -> !number.at(now).isReleased())
        .orElseThrow(() -> notFound(idOrArn));
  }

  /** What a read of one number shows. */
  Optional<SeenNumber> seen(String idOrArn, ReadTime time) {
    return ever(idOrArn).flatMap(number -> number.seenAt(time));
  }

  /** What a read of all numbers shows from this place on, in the order of claiming. */
  Stream<SeenNumber> seen(int place, ReadTime time) {
    return inOrder.subList(Math.min(place, inOrder.size()), inOrder.size()).stream()
        .flatMap(number -> number.seenAt(time).stream());
  }

  /** A number whose claim failed: out of the inventory, yet to be claimed again. */
  Optional<HeldNumber> failedClaim(String number, Instant now) {
    return Optional.ofNullable(latestOfNumber.get(number))
        .filter(held -> held.identity().sourceArn().isEmpty())
        .filter(held -> held.at(now).mayBeTriedAgain());
  }

  /** What became of a source when it was imported, unless it was released since. */
  Optional<HeldNumber> importOf(SourceNumber source, Instant now) {
    return Optional.ofNullable(latestOfNumber.get(source.phoneNumber().number()))
        .filter(held -> held.identity().sourceArn().filter(source.arn()::equals).isPresent())
        .filter(held -> !held.at(now).isReleased());
  }

  /** Whether others fill the target's quota; a number never stands in its own way. */
  boolean isFull(Target target, String exceptNumber, Instant now) {
    return occupancy.isFull(target, exceptNumber, now);
  }

  List<OwnedNumber> owned(Instant now) {
    return inOrder.stream()
        .filter(number -> !number.at(now).isReleased())
        .map(number -> number.owned(now))
        .toList();
  }

  boolean owns(String number) {
    return staying.containsKey(number);
  }

  void markAsBuilt() {
    builtStaying.mark();
  }

  void reset() {
    builtStaying.restore();
    inOrder.clear();
    byId.clear();
    latestOfNumber.clear();
    occupancy.reset();
    staying.values().forEach(number -> note(number.anew(inOrder.size())));
  }

  static AwsError notFound(String idOrArn) {
    return AwsError.resourceNotFound("Phone number not found: " + idOrArn);
  }

  private Optional<HeldNumber> ever(String idOrArn) {
    return Optional.ofNullable(byId.get(Arns.lastPart(idOrArn)))
        .filter(number -> isNamed(number, idOrArn));
  }

  private boolean isNamed(HeldNumber number, String idOrArn) {
    return idOrArn.equals(number.arn()) || (idOrArn.equals(number.id()) && !isElsewhere(number));
  }

  private boolean isElsewhere(HeldNumber number) {
    return arns.isElsewhere(number.arn());
  }

  private NumberIdentity identity(
      Arns region, PhoneNumber phoneNumber, Optional<String> sourceArn) {
    String id = ids.id("number " + phoneNumber.number()).toString();
    return new NumberIdentity(inOrder.size(), id, region.phoneNumber(id), phoneNumber, sourceArn);
  }

  private HeldNumber stay(NumberIdentity identity, Target target) {
    var claimed = NumberState.claimed(target, Optional.empty(), Map.of());
    var number = new HeldNumber(identity, NumberVersion.original(claimed));
    staying.put(number.number(), number);
    return note(number.anew(inOrder.size()));
  }

  private HeldNumber note(HeldNumber number) {
    inOrder.add(number);
    byId.put(number.id(), number);
    latestOfNumber.put(number.number(), number);
    occupancy.note(number);
    return number;
  }
}
