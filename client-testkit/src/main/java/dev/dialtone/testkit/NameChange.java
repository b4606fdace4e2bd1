package dev.dialtone.testkit;

/** A number takes another name, at once. */
final class NameChange {
  private NameChange() {}

  static ChimeOutcome make(String name, ChimeNumber number, ChimeWorld world) {
    ProvisionedNumber before = number.at(world.now());
    if (before.name().equals(name)) {
      return ChimeOutcome.unchanged(before);
    }
    number.change(world.now(), state -> state.name(name));
    return ChimeOutcome.changed(before.name(name));
  }
}
