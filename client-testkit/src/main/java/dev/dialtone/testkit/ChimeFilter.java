package dev.dialtone.testkit;

import java.util.Optional;

/**
 * Which numbers of Amazon Chime a list shows; what is empty lets all through.
 *
 * @param association what numbers are assigned to, as {@code VoiceConnectorId=abc}
 */
record ChimeFilter(
    Optional<String> status, Optional<String> productType, Optional<String> association) {
  static ChimeFilter in(Members members, Guesses guesses) {
    Optional<String> name = members.text("FilterName");
    Optional<String> value = members.text("FilterValue");
    if (name.isPresent() != value.isPresent()
        && !guesses.hold(Guess.HALF_A_CHIME_FILTER_IS_IGNORED)) {
      throw AwsError.invalidParameter("FilterName and FilterValue go together");
    }
    return new ChimeFilter(
        members.text("Status"),
        members.text("ProductType"),
        name.flatMap(known -> value.map(id -> known + "=" + id)));
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
}
