package dev.dialtone.testkit;

import java.util.List;

/** The operations of Amazon Chime that the stand-in knows; a new one is a line here. */
final class ChimeOperations {
  private static final List<ApiOperation<ChimeWorld>> ALL =
      List.of(
          ChimeUpdatePhoneNumber.OPERATION,
          ChimeGetPhoneNumber.OPERATION,
          ChimeListPhoneNumbers.OPERATION,
          ChimeBatchUpdatePhoneNumber.OPERATION);

  private ChimeOperations() {}

  /** Under the names that they have in ledger and faults. */
  static List<ApiOperation<ChimeWorld>> of(ChimeNamespace namespace) {
    return ALL.stream()
        .map(operation -> operation.named(namespace.operation(operation.name())))
        .toList();
  }
}
