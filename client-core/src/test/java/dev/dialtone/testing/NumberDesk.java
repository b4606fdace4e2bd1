package dev.dialtone.testing;

import dev.dialtone.model.Arn;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Accepted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What may be done with a number that is held, besides a move. Not thread-safe. */
final class NumberDesk {
  private final ConnectWorld world;

  NumberDesk(ConnectWorld world) {
    this.world = world;
  }

  Accepted describe(PhoneNumberId id, String description, String token) {
    HeldNumber number = world.known(id);
    return world
        .tokens()
        .once(
            InMemoryConnect.DESCRIPTION,
            token,
            List.of(id, description),
            () -> {
              ConnectNumber before = world.idle(number);
              Optional<String> failure = world.scriptedFailure();
              ConnectNumber after =
                  failure.isPresent()
                      ? Numbers.with(before, NumberStatus.FAILED, failure)
                      : Numbers.described(
                          Numbers.with(before, NumberStatus.CLAIMED, Optional.empty()),
                          Optional.of(description).filter(text -> !text.isEmpty()));
              world.write(number, before, Optional.of(after));
              world.happened(InMemoryConnect.DESCRIPTION, token, number);
              return Accepted.WITHOUT_ID;
            });
  }

  Accepted release(PhoneNumberId id, String token) {
    HeldNumber number = world.known(id);
    return world
        .tokens()
        .once(
            InMemoryConnect.RELEASE,
            token,
            id,
            () -> {
              ConnectNumber before = world.idle(number);
              Optional<String> failure = world.scriptedFailure();
              world.write(
                  number,
                  before,
                  failure.map(why -> Numbers.with(before, NumberStatus.FAILED, failure)));
              world.happened(InMemoryConnect.RELEASE, token, number);
              return Accepted.WITHOUT_ID;
            });
  }

  Accepted tag(Arn arn, Map<String, String> tags, String token) {
    HeldNumber number = byArn(arn);
    Map<String, String> all = new TreeMap<>(world.now(number).tags());
    all.putAll(tags);
    return retag(InMemoryConnect.TAG, number, all, token);
  }

  Accepted untag(Arn arn, Set<String> keys, String token) {
    HeldNumber number = byArn(arn);
    Map<String, String> all = new TreeMap<>(world.now(number).tags());
    all.keySet().removeAll(keys);
    return retag(InMemoryConnect.UNTAG, number, all, token);
  }

  private Accepted retag(
      String operation, HeldNumber number, Map<String, String> all, String token) {
    ConnectNumber before = world.now(number);
    if (!before.tags().equals(all)) {
      number.tag(Numbers.tagged(before, all), world.time());
      world.happened(operation, token, number);
    }
    return Accepted.WITHOUT_ID;
  }

  Accepted attach(PhoneNumberId id, ContactFlow flow, String token) {
    HeldNumber number = world.known(id);
    if (!world.places().has(flow)) {
      throw ConnectWorld.notFound("Contact flow");
    }
    checkFits(number, flow.instanceId());
    return put(InMemoryConnect.ATTACH, number, Optional.of(flow), token);
  }

  Accepted detach(PhoneNumberId id, String instanceId, String token) {
    HeldNumber number = world.known(id);
    checkFits(number, instanceId);
    return put(InMemoryConnect.DETACH, number, Optional.empty(), token);
  }

  Optional<String> flowOf(Arn arn, String instanceId) {
    return byArn(arn)
        .flow()
        .filter(flow -> flow.instanceId().equals(instanceId))
        .map(ContactFlow::id);
  }

  private Accepted put(
      String operation, HeldNumber number, Optional<ContactFlow> flow, String token) {
    if (!number.flow().equals(flow)) {
      number.attach(flow);
      world.happened(operation, token, number);
    }
    return Accepted.WITHOUT_ID;
  }

  private void checkFits(HeldNumber number, String instanceId) {
    ConnectNumber now = world.now(number);
    boolean isThere =
        now.target()
            .flatMap(world.places()::instanceOf)
            .map(Target.Instance::id)
            .filter(instanceId::equals)
            .isPresent();
    if (!now.status().equals(NumberStatus.CLAIMED) || !isThere) {
      throw Failing.invalid("The flow does not fit: the number is " + now.status());
    }
  }

  private HeldNumber byArn(Arn arn) {
    return world.known(PhoneNumberId.of(arn.text()));
  }
}
