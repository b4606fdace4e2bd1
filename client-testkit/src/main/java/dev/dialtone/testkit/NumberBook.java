package dev.dialtone.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every number that was ever claimed or imported: stale reads show a released one for a while. Not
 * thread-safe; the world guards it.
 */
final class NumberBook {
  private final Arns arns;
  private final Map<String, HeldNumber> byId = new LinkedHashMap<>();
  private final Map<String, HeldNumber> owned = new LinkedHashMap<>();
  private final AsBuilt builtOwned = new AsBuilt(owned);
  private int nextPlace;

  NumberBook(Arns arns) {
    this.arns = arns;
  }

  HeldNumber add(
      PhoneNumber phoneNumber, Optional<String> sourceArn, NumberVersion<NumberState> claim) {
    String id = UUID.randomUUID().toString();
    var identity =
        new NumberIdentity(nextPlace++, id, arns.phoneNumber(id), phoneNumber, sourceArn);
    var number = new HeldNumber(identity, claim);
    byId.put(id, number);
    return number;
  }

  /** One that was there before anybody claimed: a reset brings it back as it was. */
  HeldNumber own(PhoneNumber phoneNumber, NumberState state) {
    HeldNumber number = add(phoneNumber, Optional.empty(), NumberVersion.original(state));
    owned.put(number.number(), number);
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

  /** What a read of all numbers shows, in the order of claiming. */
  Stream<SeenNumber> seen(ReadTime time) {
    return byId.values().stream().flatMap(number -> number.seenAt(time).stream());
  }

  /** A number whose claim failed: out of the inventory, yet to be claimed again. */
  Optional<HeldNumber> failedClaim(String number, Instant now) {
    return byId.values().stream()
        .filter(held -> held.number().equals(number))
        .filter(held -> held.identity().sourceArn().isEmpty())
        .filter(held -> held.at(now).mayBeTriedAgain())
        .findFirst();
  }

  /** What became of a source when it was imported, unless it was released since. */
  Optional<HeldNumber> importOf(SourceNumber source, Instant now) {
    return byId.values().stream()
        .filter(held -> held.identity().sourceArn().filter(source.arn()::equals).isPresent())
        .filter(held -> !held.at(now).isReleased())
        .findFirst();
  }

  /** Whether others fill the target's quota; a number never stands in its own way. */
  boolean isFull(Target target, String exceptNumber, Instant now) {
    return byId.values().stream()
            .filter(held -> !held.number().equals(exceptNumber))
            .filter(held -> held.fills(target, now))
            .count()
        >= target.quota();
  }

  List<OwnedNumber> owned(Instant now) {
    return byId.values().stream()
        .filter(number -> !number.at(now).isReleased())
        .map(number -> number.owned(now))
        .toList();
  }

  boolean owns(String number) {
    return owned.containsKey(number);
  }

  void markAsBuilt() {
    builtOwned.mark();
  }

  void reset() {
    builtOwned.restore();
    byId.clear();
    for (HeldNumber number : owned.values()) {
      number.reset();
      byId.put(number.id(), number);
    }
  }

  static AwsError notFound(String idOrArn) {
    return AwsError.resourceNotFound("Phone number not found: " + idOrArn);
  }

  private Optional<HeldNumber> ever(String idOrArn) {
    return Optional.ofNullable(byId.get(Arns.lastPart(idOrArn)))
        .filter(number -> idOrArn.equals(number.id()) || idOrArn.equals(number.arn()));
  }
}
