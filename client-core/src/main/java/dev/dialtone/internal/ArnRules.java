package dev.dialtone.internal;

import dev.dialtone.model.Arn;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the ARNs of one request have in common: the client's account where it is told, else that of
 * the first; and the partition. Not thread-safe.
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
  private @Nullable Arn first;
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

  /** Of the client's account, or at least of that of the request's other ARNs. */
  void account(String field, Arn arn) {
    if (place.account().filter(told -> !told.equals(arn.account())).isPresent()) {
      violations.accept(
          field,
          "its account must be the client's, "
              + place.account().get()
              + ", but is "
              + arn.account());
    } else if (first != null && !arn.account().equals(first.account())) {
      violations.accept(
          field, "its account must be that of the " + firstField + ", but is " + arn.account());
    }
  }

  /** Of the partition that its Region is in, and the request's other ARNs are in. */
  void partition(String field, Arn arn) {
    Optional<String> expected = partitionOf(arn.region());
    boolean fits =
        expected.map(arn.partition()::equals).orElse(!PARTITIONS.containsValue(arn.partition()));
    if (!fits) {
      violations.accept(
          field,
          "its partition must be that of its Region, "
              + expected.orElse("aws")
              + ", but is "
              + arn.partition());
    } else if (first != null && !arn.partition().equals(first.partition())) {
      violations.accept(
          field, "its partition must be that of the " + firstField + ", but is " + arn.partition());
    }
    if (first == null) {
      first = arn;
      firstField = field;
    }
  }

  /** Only what is known for sure: new Regions and partitions come. */
  private static Optional<String> partitionOf(String region) {
    return PARTITIONS.entrySet().stream()
        .filter(known -> region.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
