package dev.dialtone.testkit;

import java.util.HashSet;
import java.util.Set;

/** What the operations are called in ledger and faults. */
final class OperationNames {
  private OperationNames() {}

  static Set<String> all() {
    var names = new HashSet<String>();
    ConnectOperations.ALL.forEach(operation -> names.add(operation.name()));
    for (ChimeNamespace namespace : ChimeNamespace.ALL) {
      ChimeOperations.of(namespace).forEach(operation -> names.add(operation.name()));
    }
    return names;
  }
}
