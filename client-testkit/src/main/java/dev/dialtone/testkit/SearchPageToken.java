package dev.dialtone.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a search goes on: after so many empty pages, from this place of the inventory. A place and
 * not a count, so that numbers claimed meanwhile neither repeat nor hide others.
 */
record SearchPageToken(int emptyPages, int place) {
  static final SearchPageToken START = new SearchPageToken(0, 0);
  private static final Pattern FORM = Pattern.compile("search:(\\d{1,9}):(\\d{1,9})");

  static SearchPageToken decode(String token) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      Matcher form = FORM.matcher(text);
      if (form.matches()) {
        return new SearchPageToken(
            Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
      }
    } catch (IllegalArgumentException notBase64) {
      // Refused below, with all the rest that is not ours.
    }
    throw AwsError.invalidParameter("NextToken is not valid");
  }

  String encode() {
    byte[] text = ("search:" + emptyPages + ":" + place).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  SearchPageToken afterEmptyPage() {
    return new SearchPageToken(emptyPages + 1, place);
  }

  SearchPageToken from(OfferedNumber next) {
    return new SearchPageToken(emptyPages, next.place());
  }
}
