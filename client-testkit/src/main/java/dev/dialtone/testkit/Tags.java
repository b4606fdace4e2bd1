package dev.dialtone.testkit;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules that AWS publishes for tags. */
final class Tags {
  private static final int MOST = 50;
  private static final Pattern KEY =
      Pattern.compile("(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");

  private Tags() {}

  static Map<String, String> in(Members members, String name) {
    Map<String, String> tags = members.textMap(name);
    checkCount(tags.size());
    tags.forEach(Tags::check);
    return tags;
  }

  static List<String> keysIn(Members members, String name) {
    List<String> keys = members.textList(name);
    checkCount(keys.size());
    keys.forEach(Tags::checkKey);
    return keys;
  }

  static void checkCount(int count) {
    if (count > MOST) {
      throw AwsError.invalidParameter("There may be at most " + MOST + " tags");
    }
  }

  private static void check(String key, String value) {
    checkKey(key);
    if (value.length() > 256) {
      throw AwsError.invalidParameter("Tag value may have at most 256 characters: " + key);
    }
  }

  private static void checkKey(String key) {
    if (!KEY.matcher(key).matches()) {
      throw AwsError.invalidParameter("Tag key is not valid: " + key);
    }
  }
}
