package dev.dialtone.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a read of pages goes on: after so many empty pages, from this place. A place and not a
 * count, so that numbers claimed meanwhile neither repeat nor hide others.
 *
 * @param kind what is read; one operation refuses the tokens of another
 */
record PageToken(String kind, int emptyPages, int place) {
  private static final Pattern FORM = Pattern.compile("([a-z]+):(\\d{1,9}):(\\d{1,9})");

  static PageToken start(String kind) {
    return new PageToken(kind, 0, 0);
  }

  static PageToken decode(String kind, String token) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      Matcher form = FORM.matcher(text);
      if (form.matches() && form.group(1).equals(kind)) {
        return new PageToken(
            kind, Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
      }
    } catch (IllegalArgumentException notBase64) {
      // Refused below, with all the rest that is not ours.
    }
    throw AwsError.invalidParameter("NextToken is not valid");
  }

  String encode() {
    byte[] text = (kind + ":" + emptyPages + ":" + place).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  PageToken afterEmptyPage() {
    return new PageToken(kind, emptyPages + 1, place);
  }

  PageToken from(Placed next) {
    return new PageToken(kind, emptyPages, next.place());
  }
}
