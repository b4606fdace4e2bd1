package dev.dialtone.testkit;

import java.util.UUID;

/** Makes the ARNs of one account in one Region. */
record Arns(String region, String account) {

  String instance() {
    return connect("instance/" + UUID.randomUUID());
  }

  String trafficDistributionGroup() {
    return connect("traffic-distribution-group/" + UUID.randomUUID());
  }

  String phoneNumber(String id) {
    return connect("phone-number/" + id);
  }

  /** A number of AWS End User Messaging: its id is a UUID without dashes. */
  String sourceNumber() {
    String id = UUID.randomUUID().toString().replace("-", "");
    return "arn:aws:sms-voice:" + region + ":" + account + ":phone-number/phone-" + id;
  }

  static String contactFlow(String instanceArn) {
    return instanceArn + "/contact-flow/" + UUID.randomUUID();
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
