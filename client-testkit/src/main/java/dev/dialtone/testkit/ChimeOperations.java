package dev.dialtone.testkit;

import java.util.List;
import java.util.function.Function;

/** The operations of Amazon Chime that the stand-in knows; a new one is a line here. */
final class ChimeOperations {
  private static final List<Function<ChimeNamespace, ApiOperation<ChimeWorld>>> ALL =
      List.of(
          ChimeUpdatePhoneNumber::in,
          ChimeGetPhoneNumber::in,
          ChimeListPhoneNumbers::in,
          ChimeBatchUpdatePhoneNumber::in);

  private ChimeOperations() {}

  /** Under the names that they have in ledger and faults. */
  static List<ApiOperation<ChimeWorld>> of(ChimeNamespace namespace) {
    return ALL.stream()
        .map(kind -> kind.apply(namespace))
        .map(operation -> operation.named(namespace.operation(operation.name())))
        .toList();
  }
}
