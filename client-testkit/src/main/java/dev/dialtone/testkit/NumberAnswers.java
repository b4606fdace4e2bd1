package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a number looks in answers. */
final class NumberAnswers {
  private NumberAnswers() {}

  static Answer identity(HeldNumber number) {
    return Answer.ok(Map.of("PhoneNumberId", number.id(), "PhoneNumberArn", number.arn()));
  }

  static Answer summary(HeldNumber number, NumberState state, Target target, String status) {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("PhoneNumberId", number.id());
    summary.put("PhoneNumberArn", number.arn());
    summary.put("PhoneNumber", number.number());
    summary.put("PhoneNumberCountryCode", number.offered().country());
    summary.put("PhoneNumberType", number.offered().type());
    state.description().ifPresent(text -> summary.put("PhoneNumberDescription", text));
    summary.put("TargetArn", target.arn());
    target.instanceId().ifPresent(id -> summary.put("InstanceId", id));
    summary.put("Tags", state.tags());
    summary.put("PhoneNumberStatus", Map.of("Status", status, "Message", state.message()));
    return Answer.ok(Map.of("ClaimedPhoneNumberSummary", summary));
  }
}
