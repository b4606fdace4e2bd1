package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of AWS End User Messaging; which of them are imported, the {@link NumberBook} knows.
 * Not thread-safe; the world guards it.
 */
final class SourceNumbers {
  private final Arns arns;
  private final Map<String, SourceNumber> byArn = new LinkedHashMap<>();
  private final AsBuilt built = new AsBuilt(byArn);

  SourceNumbers(Arns arns) {
    this.arns = arns;
  }

  String add(PhoneNumber phoneNumber) {
    String arn = arns.sourceNumber();
    byArn.put(arn, new SourceNumber(arn, phoneNumber));
    return arn;
  }

  void markAsBuilt() {
    built.mark();
  }

  void reset() {
    built.restore();
  }

  Optional<SourceNumber> withArn(String arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  boolean has(String number) {
    return byArn.values().stream().anyMatch(source -> source.phoneNumber().number().equals(number));
  }
}
