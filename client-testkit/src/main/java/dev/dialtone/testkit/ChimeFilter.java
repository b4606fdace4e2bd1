package dev.dialtone.testkit;

import java.util.Optional;
import java.util.Set;

/**
 * Which numbers of Amazon Chime a list shows; what is empty lets all through.
 *
 * @param association what numbers are assigned to, as {@code VoiceConnectorId=abc}
 */
record ChimeFilter(
    Optional<String> status, Optional<String> productType, Optional<String> association) {
  private static final Set<String> STATUSES =
      Set.of(
          "Cancelled",
          "PortinCancelRequested",
          "PortinInProgress",
          "AcquireInProgress",
          "AcquireFailed",
          "Unassigned",
          "Assigned",
          "ReleaseInProgress",
          "DeleteInProgress",
          "ReleaseFailed",
          "DeleteFailed");

  static ChimeFilter in(Members members, ChimeNamespace namespace) {
    Optional<String> status = members.text("Status", 100);
    Optional<String> productType = members.text("ProductType", 100);
    Optional<String> name = members.text("FilterName", 100);
    Optional<String> value = members.text("FilterValue", 1000);
    require(status.map(STATUSES::contains).orElse(true), "Status is not valid");
    require(productType.map(namespace::hasProductType).orElse(true), "ProductType is not valid");
    require(name.map(namespace::hasAssociation).orElse(true), "FilterName is not valid");
    require(name.isPresent() == value.isPresent(), "FilterName and FilterValue go together");
    return new ChimeFilter(
        status, productType, name.flatMap(known -> value.map(id -> known + "=" + id)));
  }

  boolean matches(ProvisionedNumber number) {
    return status.map(number.status()::equals).orElse(true)
        && productType.map(number.productType()::equals).orElse(true)
        && (association.isEmpty() || association.equals(associationOf(number)));
  }

  private static Optional<String> associationOf(ProvisionedNumber number) {
    return number
        .associatedWith()
        .map(id -> ChimeRules.association(number.productType()) + "=" + id);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw AwsError.invalidParameter(otherwise);
    }
  }
}
