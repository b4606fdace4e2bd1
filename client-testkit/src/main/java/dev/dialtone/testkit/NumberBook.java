package dev.dialtone.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every number that was claimed. Not thread-safe; the world guards it. */
final class NumberBook {
  private final Arns arns;
  private final Map<String, HeldNumber> byId = new LinkedHashMap<>();

  NumberBook(Arns arns) {
    this.arns = arns;
  }

  HeldNumber add(OfferedNumber offered, NumberVersion claim) {
    String id = UUID.randomUUID().toString();
    var number = new HeldNumber(offered, id, arns.phoneNumber(id), claim);
    byId.put(id, number);
    return number;
  }

  Optional<HeldNumber> find(String idOrArn) {
    return Optional.ofNullable(byId.get(Arns.lastPart(idOrArn)))
        .filter(number -> idOrArn.equals(number.id()) || idOrArn.equals(number.arn()));
  }

  HeldNumber get(String idOrArn) {
    return find(idOrArn)
        .orElseThrow(() -> AwsError.resourceNotFound("Phone number not found: " + idOrArn));
  }

  /** A number whose claim failed: out of the inventory, yet to be claimed again. */
  Optional<HeldNumber> failedClaim(String number, Instant now) {
    return byId.values().stream()
        .filter(held -> held.number().equals(number) && !held.at(now).held())
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
    return byId.values().stream().map(number -> number.owned(now)).toList();
  }

  void reset() {
    byId.clear();
  }
}
