package dev.dialtone.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.Whitespace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+12065550100                                | *******0100",
        "number +12065550100 is not available        | number *******0100 is not available",
        "/phone-numbers/%2B12065550100/x             | /phone-numbers/*******0100/x",
        "%2b12065550100                              | *******0100",
        "%252B12065550100                            | *******0100",
        "%252b12065550100                            | *******0100",
        "+1 (206) 555-0100                           | *******0100",
        "+1 206.555.0100                             | *******0100",
        "+44 20 7946 0958, please                    | ********0958, please",
        "PhoneNumber=12065550100                     | PhoneNumber=*******0100",
        "tel:12065550100;ext                         | tel:*******0100;ext",
        "\"12065550100\",\"+18005550101\"            | \"*******0100\",\"*******0101\"",
        "2065550100                                  | ******0100",
        "from +12065550100 to +18005550101.          | from *******0100 to *******0101.",
        "(800)555-0100                               | ******0100",
        "+33 1 42 68 53 00                           | *******5300",
        "+81 3-1234-5678                             | *******5678",
        "+1/800/555/0100                             | *******0100",
        "+1_800_555_0100                             | *******0100",
        "+1800555 0100                               | *******0100",
        "+1  800  555  0100                          | *******0100",
        "call 0044 20 7946 0958 now                  | call **********0958 now",
        "owner_18005550100                           | owner_*******0100",
        "n18005550100                                | n*******0100",
        "phone-18005550100                           | phone-*******0100",
        "+1\u00A0800\u2013555\u20130100           | *******0100",
        "+1234567                                    | ***4567"
      })
  void inText_phoneNumber_isMasked(String text, String masked) {
    assertThat(Masked.inText(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7 looks after 120 s",
        "503 Service Unavailable",
        "arn:aws:connect:us-west-2:111122223333:instance/0a1b2c3d",
        "arn:aws:iam::111122223333:user/support",
        "0a1b2c3d-1234-4567-8901-123456789012",
        "12345678-1234-4567-8901-123456789012",
        "0a1b2c3d-1234-4567-8901-123456789012, 12345678-1234-4567-8901-123456789012",
        "phone-0123456789abcdef0123456789abcdef",
        "account 1111-2222-3333",
        "request id 12345678-1234-4567-8901-123456789012]",
        "2026-01-05T08:00:00Z",
        "2026-01-05T08:00:00.123Z",
        "+1",
        "a+b",
        "c++11"
      })
  void inText_noPhoneNumber_isLeftAlone(String text) {
    assertThat(Masked.inText(text)).isEqualTo(text);
  }

  @Test
  void inText_masked_staysAsItIs() {
    String once = Masked.inText("claim of +12065550100 and %2B18005550101");
    assertThat(Masked.inText(once)).isEqualTo(once);
  }

  @Property
  void inText_anyNumberBetweenWords_showsFourDigits(
      @ForAll @LongRange(min = 100_000_000L, max = 999_999_999_999_999L) long digits,
      @ForAll @AlphaChars @Whitespace @StringLength(max = 20) String before,
      @ForAll @AlphaChars @Whitespace @StringLength(max = 20) String after) {
    String number = String.valueOf(digits);
    assertThat(Masked.inText(before + " +" + number + " " + after))
        .isEqualTo(
            before
                + " "
                + "*".repeat(number.length() - 4)
                + number.substring(number.length() - 4)
                + " "
                + after);
  }

  @Test
  void inThrowable_numbersAnywhere_isAStandInWithTheStackTrace() {
    var suppressed = new IllegalStateException("row of +12065550100");
    var failure = new IllegalArgumentException("fine", new RuntimeException("+18005550101"));
    failure.addSuppressed(suppressed);
    Throwable masked = Masked.inThrowable(failure);
    assertThat(masked).isNotSameAs(failure);
    assertThat(masked.toString()).contains("IllegalArgumentException");
    assertThat(masked.getStackTrace()).isEqualTo(failure.getStackTrace());
    var texts = new java.io.StringWriter();
    masked.printStackTrace(new java.io.PrintWriter(texts));
    assertThat(texts.toString()).doesNotContain("2065550100").doesNotContain("8005550101");
  }

  @Test
  void inThrowable_noNumber_isTheVeryOne() {
    var failure = new IllegalArgumentException("fine", new RuntimeException("too"));
    assertThat(Masked.inThrowable(failure)).isSameAs(failure);
  }
}
