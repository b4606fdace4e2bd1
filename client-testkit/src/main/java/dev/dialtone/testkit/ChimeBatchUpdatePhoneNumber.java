package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.required;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes one detail each of many numbers. What is refused stands in the answer, which is a success
 * all the same.
 */
final class ChimeBatchUpdatePhoneNumber {
  private static final String NAME = "BatchUpdatePhoneNumber";
  private static final String ITEMS = "UpdatePhoneNumberRequestItems";
  private static final String ID = "PhoneNumberId";
  private static final int MOST = 50;

  private final ChimeWorld world;
  private final ChimeNumberBook numbers;
  private final Set<Disposition> dispositions = EnumSet.noneOf(Disposition.class);
  private final List<Map<String, String>> errors = new ArrayList<>();

  private ChimeBatchUpdatePhoneNumber(ChimeWorld world, ChimeNumberBook numbers) {
    this.world = world;
    this.numbers = numbers;
  }

  static ApiOperation<ChimeWorld> in(ChimeNamespace namespace) {
    StructureShape item =
        StructureShape.of(required(ID, ChimeShapes.NOT_BLANK)).and(namespace.detailMembers());
    return new ApiOperation<>(
        NAME,
        "POST",
        PathTemplate.of("/phone-numbers?operation=batch-update"),
        StructureShape.of(required(ITEMS, ListShape.of(item))),
        ChimeBatchUpdatePhoneNumber::update);
  }

  private static Reply update(Members members, ChimeWorld world) {
    List<Members> items = checked(members.objectList(ITEMS));
    return world.with(numbers -> new ChimeBatchUpdatePhoneNumber(world, numbers).carryOut(items));
  }

  private static List<Members> checked(List<Members> items) {
    if (items.isEmpty() || items.size() > MOST) {
      throw AwsError.invalidParameter(ITEMS + " must have 1 to " + MOST + " entries");
    }
    var ids = new HashSet<String>();
    for (Members item : items) {
      if (!ids.add(item.required(ID))) {
        throw AwsError.invalidParameter("There is a duplicate PhoneNumberId");
      }
    }
    return items;
  }

  private Reply carryOut(List<Members> items) {
    items.forEach(this::carryOut);
    // The enum's order is also this one: applied before replayed before refused.
    return Reply.of(Answer.ok(Map.of("PhoneNumberErrors", errors)), dispositions.iterator().next());
  }

  private void carryOut(Members item) {
    String id = item.required(ID);
    try {
      ChimeUpdate update = ChimeUpdate.in(item, world.namespace());
      dispositions.add(update.carryOut(NAME, numbers.inBody(id), world).disposition());
    } catch (AwsError refusal) {
      dispositions.add(Disposition.REFUSED);
      errors.add(
          Map.of(ID, id, "ErrorCode", ChimeError.codeOf(refusal), "ErrorMessage", refusal.text()));
    }
  }
}
