package dev.dialtone.testkit;

import java.util.UUID;

/** Makes the ARNs of one account in one Region. */
record Arns(String region, String account) {

  String instance(UUID id) {
    return connect("instance/" + id);
  }

  String trafficDistributionGroup(UUID id) {
    return connect("traffic-distribution-group/" + id);
  }

  String phoneNumber(String id) {
    return connect("phone-number/" + id);
  }

  /** A number of AWS End User Messaging: its id is a UUID without dashes. */
  String sourceNumber(UUID id) {
    return "arn:aws:sms-voice:"
        + region
        + ":"
        + account
        + ":phone-number/phone-"
        + id.toString().replace("-", "");
  }

  static String contactFlow(String instanceArn, UUID id) {
    return instanceArn + "/contact-flow/" + id;
  }

  Arns in(String otherRegion) {
    return new Arns(otherRegion, account);
  }

  /** Whether it is an ARN that names another Region. */
  boolean isElsewhere(String text) {
    String[] parts = text.split(":", 6);
    return isArn(text) && parts.length == 6 && !parts[3].equals(region);
  }

  static String regionOf(String arn) {
    return arn.split(":", 6)[3];
  }

  static boolean isArn(String text) {
    return text.startsWith("arn:");
  }

  /** The UUID at the end of an ARN; what is no ARN is taken for a UUID. */
  static String lastPart(String arnOrId) {
    return arnOrId.substring(arnOrId.lastIndexOf('/') + 1);
  }

  private String connect(String resource) {
    return "arn:aws:connect:" + region + ":" + account + ":" + resource;
  }
}
