package dev.dialtone.internal;

import dev.dialtone.model.Arn;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What the ARNs of one request have in common with the client and each other. Not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
final class ArnRules {
  /** How the Regions of the partitions begin that are not {@code aws}. */
  private static final Map<String, String> PARTITIONS =
      Map.of(
          "cn-", "aws-cn",
          "us-gov-", "aws-us-gov",
          "us-iso-", "aws-iso",
          "us-isob-", "aws-iso-b",
          "us-isof-", "aws-iso-f",
          "eu-isoe-", "aws-iso-e",
          "eusc-", "aws-eusc");

  private final Place place;
  private final BiConsumer<String, String> violations;
  private String firstAccount = "";
  private String firstField = "";

  ArnRules(Place place, BiConsumer<String, String> violations) {
    this.place = place;
    this.violations = violations;
  }

  /** Of the client's own Region, or it cannot be reached. */
  void region(String field, Arn arn) {
    if (!arn.region().equals(place.region())) {
      violations.accept(
          field, "its Region must be the client's, " + place.region() + ", but is " + arn.region());
    }
  }

  /** Of the client's account; where that is not told, of that of the request's first ARN. */
  void account(String field, Arn arn) {
    String expected = place.account().orElse(firstAccount);
    if (expected.isEmpty()) {
      firstAccount = arn.account();
      firstField = field;
    } else if (!arn.account().equals(expected)) {
      String whose =
          place.account().isPresent() ? "the client's, " : "that of the " + firstField + ", ";
      violations.accept(
          field,
          "its account must be "
              + whose
              + grouped(expected)
              + ", but is "
              + grouped(arn.account()));
    }
  }

  /** Of the partition that the client's Region is in. */
  void partition(String field, Arn arn) {
    Optional<String> expected = partitionOf(place.region());
    boolean fits =
        expected.map(arn.partition()::equals).orElse(!PARTITIONS.containsValue(arn.partition()));
    if (!fits) {
      violations.accept(
          field,
          "its partition must be that of the client's Region, "
              + expected.orElse("aws")
              + ", but is "
              + arn.partition());
    }
  }

  /** As the console shows accounts: twelve digits in a row would be masked as a phone number. */
  private static String grouped(String account) {
    return account.replaceAll("(\\d{4})(?=\\d)", "$1-");
  }

  /** Only what is known for sure: new Regions and partitions come. */
  private static Optional<String> partitionOf(String region) {
    return PARTITIONS.entrySet().stream()
        .filter(known -> region.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
