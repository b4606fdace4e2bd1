package dev.dialtone.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shapes of ARNs of Amazon Connect, checked in one place. */
enum ConnectArns {
  INSTANCE("instance/{instance id}", "instance/([^/:]{1,100})"),
  TRAFFIC_DISTRIBUTION_GROUP(
      "traffic-distribution-group/{group id}", "traffic-distribution-group/([^/:]+)"),
  CONTACT_FLOW(
      "instance/{instance id}/contact-flow/{flow id}",
      "instance/([^/:]{1,100})/contact-flow/(\\S{1,500})"),
  PHONE_NUMBER("phone-number/{number id}", "phone-number/([^/:+]+)");

  private final String shape;
  private final Pattern form;

  ConnectArns(String shape, String resource) {
    this.shape = shape;
    this.form = Pattern.compile("arn:[^:]+:connect:[^:]+:[^:]+:" + resource);
  }

  /** The resource's parts, or an {@link IllegalArgumentException} that shows the shape. */
  Matcher match(Arn arn) {
    Matcher parts = form.matcher(arn.text());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "expected arn:{partition}:connect:{region}:{account}:"
              + shape
              + ", but was "
              + Masked.inText(arn.text()));
    }
    return parts;
  }
}
