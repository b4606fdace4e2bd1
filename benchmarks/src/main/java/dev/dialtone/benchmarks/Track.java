package dev.dialtone.benchmarks;

import dev.dialtone.Quota;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * Where a racer claims, and what.
 *
 * @param endpoint of the stand-in
 * @param instance the ARN of whom the numbers are for
 * @param claims how many numbers
 * @param quota of each API operation
 */
record Track(URI endpoint, String region, String instance, int claims, Quota quota) {
  /** The numbers to claim, in E.164 form. */
  List<String> numbers() {
    return numbers(claims);
  }

  static List<String> numbers(int claims) {
    return IntStream.range(0, claims).mapToObj(i -> "+1800%07d".formatted(2_000_000 + i)).toList();
  }

  /** Points a builder of AWS's there. */
  <B extends AwsClientBuilder<B, ?>> B pointed(B builder) {
    return builder
        .region(Region.of(region))
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  /** For the command line of another process. */
  List<String> words() {
    return List.of(
        endpoint.toString(),
        region,
        instance,
        Integer.toString(claims),
        Double.toString(quota.permitsPerSecond()),
        Integer.toString(quota.burst()));
  }

  /** What {@link #words()} said. */
  static Track of(List<String> words) {
    return new Track(
        URI.create(words.get(0)),
        words.get(1),
        words.get(2),
        Integer.parseInt(words.get(3)),
        Quota.of(Double.parseDouble(words.get(4)), Integer.parseInt(words.get(5))));
  }
}
