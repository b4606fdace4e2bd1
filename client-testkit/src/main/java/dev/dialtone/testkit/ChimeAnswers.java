package dev.dialtone.testkit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a number of Amazon Chime looks in answers. */
final class ChimeAnswers {
  private static final List<String> CAPABILITIES =
      List.of(
          "InboundCall", "OutboundCall", "InboundSMS", "OutboundSMS", "InboundMMS", "OutboundMMS");

  private ChimeAnswers() {}

  static Answer one(Map<String, ?> number) {
    return Answer.ok(Map.of("PhoneNumber", number));
  }

  static Map<String, Object> described(SeenChimeNumber seen, ChimeWorld world) {
    ProvisionedNumber number = seen.provisioned();
    var described = new LinkedHashMap<String, Object>();
    described.put("PhoneNumberId", number.id());
    described.put("E164PhoneNumber", number.number());
    described.put("Country", number.country());
    described.put("Type", number.type());
    described.put("ProductType", number.productType());
    described.put("Status", number.status());
    described.put("Capabilities", capabilities());
    described.put("Associations", associations(seen));
    if (!number.callingName().isEmpty()) {
      described.put("CallingName", number.callingName());
    }
    described.put("CallingNameStatus", number.callingNameStatus());
    described.put("CreatedTimestamp", text(seen.number().createdAt()));
    described.put("UpdatedTimestamp", text(seen.state().updatedAt()));
    if (world.namespace().showsName() && !number.name().isEmpty()) {
      described.put("Name", number.name());
    }
    return described;
  }

  /** The same of a read, where a fault may have another status told. */
  static Map<String, Object> read(SeenChimeNumber seen, ChimeWorld world) {
    Map<String, Object> described = described(seen, world);
    world
        .faults()
        .status(seen.provisioned().number())
        .ifPresent(status -> described.put("CallingNameStatus", status));
    return described;
  }

  /** The same in a list, where a fault may have no status told at all. */
  static Map<String, Object> listed(SeenChimeNumber seen, ChimeWorld world) {
    Map<String, Object> described = read(seen, world);
    if (world.faults().isListWithoutCallingNameStatus()
        || !world.guesses().hold(Guess.CHIME_LIST_SHOWS_CALLING_NAME_STATUS)) {
      described.remove("CallingNameStatus");
    }
    return described;
  }

  private static Map<String, Boolean> capabilities() {
    var all = new LinkedHashMap<String, Boolean>();
    CAPABILITIES.forEach(capability -> all.put(capability, true));
    return all;
  }

  private static List<Map<String, String>> associations(SeenChimeNumber seen) {
    ProvisionedNumber number = seen.provisioned();
    return number.associatedWith().stream()
        .map(
            id ->
                Map.of(
                    "Name", ChimeRules.association(number.productType()),
                    "Value", id,
                    "AssociatedTimestamp", text(seen.number().createdAt())))
        .toList();
  }

  private static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
