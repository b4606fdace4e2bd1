package dev.dialtone.testkit;

import java.util.List;
import java.util.Set;

/**
 * One of the two APIs of Amazon Chime, and what sets it apart from the other.
 *
 * @param service what tells its operations from others of the same name in ledger and faults
 * @param details what an update may change; other members of a request are ignored
 * @param associations what a list may be filtered by
 */
record ChimeNamespace(
    String service,
    List<ChimeDetail> details,
    Set<String> productTypes,
    Set<String> associations,
    int largestPage) {

  static final ChimeNamespace VOICE =
      new ChimeNamespace(
          "chimesdkvoice",
          List.of(ChimeDetail.PRODUCT_TYPE, ChimeDetail.CALLING_NAME, ChimeDetail.NAME),
          Set.of("VoiceConnector", ChimeRules.SIP_MEDIA_APPLICATION),
          Set.of("VoiceConnectorId", "VoiceConnectorGroupId", "SipRuleId"),
          100);
  static final ChimeNamespace LEGACY =
      new ChimeNamespace(
          "chime",
          List.of(ChimeDetail.PRODUCT_TYPE, ChimeDetail.CALLING_NAME),
          Set.of("VoiceConnector", ChimeRules.SIP_MEDIA_APPLICATION, ChimeRules.BUSINESS_CALLING),
          Set.of("AccountId", "UserId", "VoiceConnectorId", "VoiceConnectorGroupId", "SipRuleId"),
          99);
  static final List<ChimeNamespace> ALL = List.of(VOICE, LEGACY);

  String operation(String name) {
    return service + ":" + name;
  }

  boolean hasProductType(String productType) {
    return productTypes.contains(productType);
  }

  boolean hasAssociation(String name) {
    return associations.contains(name);
  }

  boolean showsName() {
    return details.contains(ChimeDetail.NAME);
  }
}
