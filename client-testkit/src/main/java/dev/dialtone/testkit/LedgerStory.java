package dev.dialtone.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the ledger says, told to a person; a number is masked to its last four digits. */
final class LedgerStory {
  private static final int LONGEST = 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LedgerStory() {}

  static String time(Instant at) {
    return TIME.format(at);
  }

  static String masked(String phoneNumber) {
    int shown = Math.max(0, phoneNumber.length() - 4);
    return "*".repeat(shown) + phoneNumber.substring(shown);
  }

  /** What an ARN names, {@code instance …8f3a}; Amazon Chime has none. */
  static String target(String arn) {
    if (arn.isEmpty()) {
      return "";
    }
    String resource = arn.substring(arn.lastIndexOf(':') + 1);
    int slash = resource.indexOf('/');
    return slash < 0 ? resource : resource.substring(0, slash) + " " + ending(resource);
  }

  static String token(String token) {
    return token.isEmpty() ? "no token" : "token " + ending(token);
  }

  /** One line a request. */
  static String of(List<RecordedRequest> requests) {
    return lines(requests.stream().map(LedgerStory::line).toList());
  }

  /** Each on a line of its own, and those that are too many only counted. */
  static String lines(List<String> lines) {
    Stream<String> shown = lines.stream().limit(LONGEST);
    Stream<String> rest =
        lines.size() > LONGEST
            ? Stream.of("and " + (lines.size() - LONGEST) + " more")
            : Stream.empty();
    return Stream.concat(shown, rest).map(line -> "  " + line).collect(Collectors.joining("\n"));
  }

  static String line(RecordedRequest request) {
    return time(request.at()) + "  " + request.operation() + ": " + outcome(request);
  }

  static String outcome(RecordedRequest request) {
    return switch (request.disposition()) {
      case APPLIED -> "done";
      case REPLAYED -> "had been done before, answered as then";
      case READ -> "read";
      case REFUSED -> "refused with " + request.status();
      case THROTTLED -> "throttled with " + request.status();
      case FAULTED -> "a fault's answer, " + request.status();
      case LOST -> "no answer, the connection broke";
    };
  }

  private static String ending(String text) {
    return "…" + text.substring(Math.max(0, text.length() - 4));
  }
}
