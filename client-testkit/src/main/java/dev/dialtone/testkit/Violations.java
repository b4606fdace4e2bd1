package dev.dialtone.testkit;

import java.util.ArrayList;
import java.util.List;

/** What a request does wrong, worded as AWS words it; without values, which may be sensitive. */
final class Violations {
  private final List<String> found = new ArrayList<>();

  void require(boolean condition, String at, String otherwise) {
    if (!condition) {
      found.add("Value at '" + at + "' failed to satisfy constraint: Member must " + otherwise);
    }
  }

  void requireLength(int length, int min, int max, String at) {
    require(length >= min, at, "have length greater than or equal to " + min);
    require(length <= max, at, "have length less than or equal to " + max);
  }

  void refuseIfAny() {
    if (!found.isEmpty()) {
      String count = found.size() == 1 ? "1 validation error" : found.size() + " validation errors";
      throw AwsError.invalidParameter(count + " detected: " + String.join("; ", found));
    }
  }
}
