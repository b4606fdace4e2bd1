package dev.dialtone.testkit;

import java.util.Map;
import java.util.regex.Pattern;

/** The rules that AWS publishes for tags. */
final class Tags {
  private static final Pattern KEY =
      Pattern.compile("(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");

  private Tags() {}

  static Map<String, String> in(Members members) {
    Map<String, String> tags = members.textMap("Tags");
    if (tags.size() > 50) {
      throw AwsError.invalidParameter("Tags may have at most 50 entries");
    }
    tags.forEach(Tags::check);
    return tags;
  }

  private static void check(String key, String value) {
    if (!KEY.matcher(key).matches()) {
      throw AwsError.invalidParameter("Tag key is not valid: " + key);
    }
    if (value.length() > 256) {
      throw AwsError.invalidParameter("Tag value may have at most 256 characters: " + key);
    }
  }
}
