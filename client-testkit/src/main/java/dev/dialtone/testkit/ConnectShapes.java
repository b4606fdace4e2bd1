package dev.dialtone.testkit;

import java.util.Set;

/**
 * What Amazon Connect's published model (2017-08-08) says of the members of requests. The patterns
 * of phone number and prefix are escaped twice there and would refuse every number with a plus;
 * here is what they mean.
 */
final class ConnectShapes {
  static final TextShape ARN = TextShape.any();
  static final TextShape INSTANCE_ID = TextShape.ofLength(1, 100);
  static final TextShape PHONE_NUMBER_ID = TextShape.any();
  static final TextShape PHONE_NUMBER = TextShape.matching("\\+[1-9]\\d{1,14}");
  static final TextShape PHONE_NUMBER_PREFIX = TextShape.matching("\\+?[0-9]{1,11}");
  static final TextShape COUNTRY_CODE = TextShape.oneOf(CountryCodes.ALL);
  static final TextShape PHONE_NUMBER_TYPE =
      TextShape.oneOf(
          Set.of(
              "TOLL_FREE",
              "DID",
              "UIFN",
              "SHARED",
              "THIRD_PARTY_TF",
              "THIRD_PARTY_DID",
              "SHORT_CODE"));
  static final TextShape DESCRIPTION = TextShape.ofLength(0, 500);
  static final TextShape CLIENT_TOKEN = TextShape.ofLength(0, 500);
  static final TextShape NEXT_TOKEN = TextShape.ofLength(1, 100_000);
  static final TextShape CONTACT_FLOW_ID = TextShape.ofLength(0, 500);
  static final TextShape TAG_KEY =
      TextShape.ofLength(1, 128).andMatching("(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
  static final TextMapShape TAGS = new TextMapShape(1, 50, TAG_KEY, TextShape.ofLength(0, 256));

  private ConnectShapes() {}
}
