package dev.dialtone.testkit;

/** A number takes another product type, at once; not while it is assigned. */
final class ProductTypeChange {
  private ProductTypeChange() {}

  static ChimeOutcome make(String productType, ChimeNumber number, ChimeWorld world) {
    ProvisionedNumber before = number.at(world.now());
    ChimeRules.objection(before.country(), before.type(), productType)
        .ifPresent(
            objection -> {
              throw AwsError.invalidParameter(objection);
            });
    if (before.productType().equals(productType)) {
      return ChimeOutcome.unchanged(before);
    }
    if (before.associatedWith().isPresent()) {
      throw AwsError.resourceInUse("The phone number is assigned: " + before.id());
    }
    number.change(world.now(), state -> state.productType(productType));
    return ChimeOutcome.changed(before.productType(productType));
  }
}
