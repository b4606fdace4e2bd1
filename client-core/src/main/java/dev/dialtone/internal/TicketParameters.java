package dev.dialtone.internal;

import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.ProductType;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Import;
import dev.dialtone.spi.ConnectPort.Move;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was asked for, read again from a ticket's parameters. A ticket that lacks one, or holds what
 * is none, is an {@link IllegalArgumentException}.
 */
final class TicketParameters {
  private static final String TAG = "tag.";

  private TicketParameters() {}

  static Claim claim(Map<String, String> all) {
    return new Claim(number(all), target(all), optional(all, "description"), tags(all), flow(all));
  }

  static Import importing(Map<String, String> all) {
    return new Import(
        SourceNumber.of(required(all, "source")),
        Target.instance(required(all, "target")),
        optional(all, "description"),
        tags(all),
        flow(all));
  }

  static Move move(Map<String, String> all) {
    return new Move(id(all), target(all), flow(all));
  }

  static NumberChanges.Description description(Map<String, String> all) {
    return new NumberChanges.Description(id(all), required(all, "description"));
  }

  static NumberChanges.Release release(Map<String, String> all) {
    return new NumberChanges.Release(id(all), number(all), all.containsKey("evenAfterFailure"));
  }

  static NumberChanges.Tags settingTags(Map<String, String> all) {
    return new NumberChanges.Tags(id(all), tags(all));
  }

  static NumberChanges.NoTags removingTags(Map<String, String> all) {
    return new NumberChanges.NoTags(id(all), new TreeSet<>(tags(all).keySet()));
  }

  static NumberChanges.Flow attaching(Map<String, String> all) {
    return new NumberChanges.Flow(id(all), flow(all).orElseThrow(() -> missing("flow")));
  }

  static NumberChanges.NoFlow detaching(Map<String, String> all) {
    return new NumberChanges.NoFlow(id(all), optional(all, "instance").map(Target::instance));
  }

  static NumberChanges.Rescue rescue(Map<String, String> all) {
    return new NumberChanges.Rescue(
        id(all), optional(all, "number").map(given -> claim(all)), required(all, "rescueOf"));
  }

  static ChimeChanges.CallingName callingName(Map<String, String> all) {
    return new ChimeChanges.CallingName(
        number(all), required(all, "callingName"), all.containsKey("afterPending"));
  }

  static ChimeChanges.ProductType productType(Map<String, String> all) {
    return new ChimeChanges.ProductType(number(all), ProductType.of(required(all, "productType")));
  }

  static ChimeChanges.Name name(Map<String, String> all) {
    return new ChimeChanges.Name(number(all), required(all, "name"));
  }

  private static E164 number(Map<String, String> all) {
    return E164.of(required(all, "number"));
  }

  private static PhoneNumberId id(Map<String, String> all) {
    return PhoneNumberId.of(required(all, "id"));
  }

  private static Target target(Map<String, String> all) {
    String text = required(all, "target");
    return text.contains(":traffic-distribution-group/")
        ? Target.trafficDistributionGroup(text)
        : Target.instance(text);
  }

  private static Optional<ContactFlow> flow(Map<String, String> all) {
    return optional(all, "flow").map(ContactFlow::of);
  }

  private static SortedMap<String, String> tags(Map<String, String> all) {
    SortedMap<String, String> tags = new TreeMap<>();
    all.forEach(
        (name, value) -> {
          if (name.startsWith(TAG)) {
            tags.put(name.substring(TAG.length()), value);
          }
        });
    return tags;
  }

  private static Optional<String> optional(Map<String, String> all, String name) {
    return Optional.ofNullable(all.get(name));
  }

  private static String required(Map<String, String> all, String name) {
    return optional(all, name).orElseThrow(() -> missing(name));
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("the ticket lacks its parameter " + name);
  }
}
