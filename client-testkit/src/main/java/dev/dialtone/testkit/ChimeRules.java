package dev.dialtone.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules that AWS publishes for numbers of Amazon Chime. */
final class ChimeRules {
  static final String TOLL_FREE = "TollFree";
  static final String BUSINESS_CALLING = "BusinessCalling";
  static final String SIP_MEDIA_APPLICATION = "SipMediaApplicationDialIn";

  private static final Map<String, String> ASSOCIATIONS =
      Map.of(
          BUSINESS_CALLING,
          "UserId",
          "VoiceConnector",
          "VoiceConnectorId",
          SIP_MEDIA_APPLICATION,
          "SipRuleId");

  private ChimeRules() {}

  static boolean isType(String text) {
    return Set.of("Local", TOLL_FREE).contains(text);
  }

  static boolean isCallingName(String text) {
    return ChimeShapes.CALLING_NAME.allows(text);
  }

  static boolean isName(String text) {
    return ChimeShapes.NAME.allows(text);
  }

  /** Why such a number cannot have this product type, if it cannot. */
  static Optional<String> objection(String country, String type, String productType) {
    if (!ASSOCIATIONS.containsKey(productType)) {
      return Optional.of("expected a product type, not " + productType);
    }
    if (type.equals(TOLL_FREE) && productType.equals(BUSINESS_CALLING)) {
      return Optional.of("A toll-free number cannot be " + BUSINESS_CALLING);
    }
    if (!country.equals("US") && !productType.equals(SIP_MEDIA_APPLICATION)) {
      return Optional.of("A number outside the US must be " + SIP_MEDIA_APPLICATION);
    }
    return Optional.empty();
  }

  /** What a number of this product type is assigned to. */
  static String association(String productType) {
    return Optional.ofNullable(ASSOCIATIONS.get(productType)).orElseThrow();
  }
}
