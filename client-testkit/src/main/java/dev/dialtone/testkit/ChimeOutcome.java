package dev.dialtone.testkit;

/**
 * What came of a change that was not refused.
 *
 * @param shown how its reply shows the number, which may not be how it is
 */
record ChimeOutcome(ProvisionedNumber shown, Disposition disposition) {

  static ChimeOutcome changed(ProvisionedNumber shown) {
    return new ChimeOutcome(shown, Disposition.APPLIED);
  }

  /** It was so before. */
  static ChimeOutcome unchanged(ProvisionedNumber shown) {
    return new ChimeOutcome(shown, Disposition.REPLAYED);
  }
}
