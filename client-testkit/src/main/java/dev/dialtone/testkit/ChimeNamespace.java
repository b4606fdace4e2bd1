package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;

import java.util.List;
import java.util.Set;

/**
 * One of the two APIs of Amazon Chime, and what sets it apart from the other.
 *
 * @param service what tells its operations from others of the same name in ledger and faults
 * @param details what an update may change; other members of a request are ignored
 * @param id what the path of one number may carry
 * @param status what a list may be asked for; the newer model takes any text
 * @param associations what a list may be filtered by
 */
record ChimeNamespace(
    String service,
    List<ChimeDetail> details,
    TextShape id,
    Set<String> productTypes,
    TextShape status,
    Set<String> associations,
    int largestPage) {

  static final ChimeNamespace VOICE =
      new ChimeNamespace(
          "chimesdkvoice",
          List.of(ChimeDetail.PRODUCT_TYPE, ChimeDetail.CALLING_NAME, ChimeDetail.NAME),
          ChimeShapes.NOT_BLANK,
          Set.of("VoiceConnector", ChimeRules.SIP_MEDIA_APPLICATION),
          ChimeShapes.TEXT,
          Set.of("VoiceConnectorId", "VoiceConnectorGroupId", "SipRuleId"),
          100);
  static final ChimeNamespace LEGACY =
      new ChimeNamespace(
          "chime",
          List.of(ChimeDetail.PRODUCT_TYPE, ChimeDetail.CALLING_NAME),
          ChimeShapes.TEXT,
          Set.of("VoiceConnector", ChimeRules.SIP_MEDIA_APPLICATION, ChimeRules.BUSINESS_CALLING),
          ChimeShapes.LEGACY_STATUS,
          Set.of("AccountId", "UserId", "VoiceConnectorId", "VoiceConnectorGroupId", "SipRuleId"),
          99);
  static final List<ChimeNamespace> ALL = List.of(VOICE, LEGACY);

  String operation(String name) {
    return service + ":" + name;
  }

  boolean hasProductType(String productType) {
    return productTypes.contains(productType);
  }

  boolean showsName() {
    return details.contains(ChimeDetail.NAME);
  }

  /** The details that an update may carry, as members of its request. */
  List<StructureShape.Member> detailMembers() {
    return details.stream().map(detail -> optional(detail.member(), detail.shape(this))).toList();
  }
}
