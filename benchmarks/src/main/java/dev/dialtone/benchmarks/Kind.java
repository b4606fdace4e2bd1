package dev.dialtone.benchmarks;

/** What may be wished for, and what the stand-in's ledger calls the one effect of it. */
enum Kind {
  CLAIM("ClaimPhoneNumber"),
  CLAIM_ON_FLOW("ClaimPhoneNumber"),
  IMPORT("ImportPhoneNumber"),
  MOVE("UpdatePhoneNumber"),
  DESCRIPTION("UpdatePhoneNumberMetadata"),
  RELEASE("ReleasePhoneNumber"),
  TAG("TagResource"),
  FLOW("AssociatePhoneNumberContactFlow"),
  CALLING_NAME("chimesdkvoice:UpdatePhoneNumber"),
  NAME("chimesdkvoice:UpdatePhoneNumber");

  private final String effect;

  Kind(String effect) {
    this.effect = effect;
  }

  /** The name of the API operation that has the effect. */
  String effect() {
    return effect;
  }
}
