package dev.dialtone.testkit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of AWS End User Messaging; which of them are imported, the {@link NumberBook} knows.
 * Not thread-safe; the world guards it.
 */
final class SourceNumbers {
  static final String ACTIVE = "ACTIVE";

  private final Arns arns;
  private final Dice ids;
  private final Map<String, SourceNumber> byArn = new LinkedHashMap<>();
  private final AsBuilt<SourceNumber> built = new AsBuilt<>(byArn);
  private final Set<String> numbers = new HashSet<>();

  SourceNumbers(Arns arns, Dice ids) {
    this.arns = arns;
    this.ids = ids;
  }

  String add(PhoneNumber phoneNumber, String status) {
    String arn = arns.sourceNumber(ids.id("source " + phoneNumber.number()));
    byArn.put(arn, new SourceNumber(arn, phoneNumber, status));
    numbers.add(phoneNumber.number());
    return arn;
  }

  /** What may be imported: known, active, and of the same Region. */
  SourceNumber getActive(String arn) {
    SourceNumber source = byArn.get(arn);
    if (source == null) {
      throw arns.isElsewhere(arn)
          ? AwsError.invalidParameter("Source phone number is of another Region: " + arn)
          : AwsError.resourceNotFound("Source phone number not found: " + arn);
    }
    if (!source.status().equals(ACTIVE)) {
      throw AwsError.invalidParameter(
          "Source phone number is " + source.status() + ", not ACTIVE: " + arn);
    }
    return source;
  }

  void markAsBuilt() {
    built.mark();
  }

  void reset() {
    built.restore();
    numbers.clear();
    byArn.values().forEach(source -> numbers.add(source.phoneNumber().number()));
  }

  boolean has(String number) {
    return numbers.contains(number);
  }
}
