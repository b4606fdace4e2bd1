package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a number looks in answers. */
final class NumberAnswers {
  private static final int LONGEST_MESSAGE = 255;

  private NumberAnswers() {}

  static Answer identity(HeldNumber number) {
    return Answer.ok(Map.of("PhoneNumberId", number.id(), "PhoneNumberArn", number.arn()));
  }

  /** What DescribePhoneNumber shows: the summary, and what only it knows. */
  static Answer described(SeenNumber seen, Targets targets, String status) {
    Map<String, Object> described = summary(seen, targets);
    if (!seen.state().tags().isEmpty()) {
      // The published model knows no empty tags.
      described.put("Tags", seen.state().tags());
    }
    described.put(
        "PhoneNumberStatus",
        Map.of("Status", status, "Message", shortened(seen.state().message())));
    return Answer.ok(Map.of("ClaimedPhoneNumberSummary", described));
  }

  /** The published model allows so much; a test may have made up more. */
  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
  }

  /** What ListPhoneNumbersV2 shows: neither status nor tags. */
  static Map<String, Object> summary(SeenNumber seen, Targets targets) {
    NumberIdentity identity = seen.number().identity();
    Target target = targets.withArn(seen.state().targetArn()).orElseThrow();
    var summary = new LinkedHashMap<String, Object>();
    summary.put("PhoneNumberId", identity.id());
    summary.put("PhoneNumberArn", identity.arn());
    summary.put("PhoneNumber", identity.phoneNumber().number());
    summary.put("PhoneNumberCountryCode", identity.phoneNumber().country());
    summary.put("PhoneNumberType", identity.phoneNumber().type());
    seen.state().description().ifPresent(text -> summary.put("PhoneNumberDescription", text));
    summary.put("TargetArn", target.arn());
    target.instanceId().ifPresent(id -> summary.put("InstanceId", id));
    identity.sourceArn().ifPresent(arn -> summary.put("SourcePhoneNumberArn", arn));
    return summary;
  }
}
