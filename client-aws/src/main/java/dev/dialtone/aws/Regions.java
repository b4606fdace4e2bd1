package dev.dialtone.aws;

import software.amazon.awssdk.awscore.AwsClient;

/** Where a client sends its requests. */
public final class Regions {
  private Regions() {}

  /**
   * The Region's id.
   *
   * @throws IllegalArgumentException if the client does not tell: AWS's interfaces leave this to be
   *     forgotten by a decorator
   */
  public static String of(AwsClient client) {
    try {
      return client.serviceClientConfiguration().region().id();
    } catch (UnsupportedOperationException decorator) {
      throw new IllegalArgumentException(
          "the client does not tell its Region and time-outs: a decorator must delegate"
              + " serviceClientConfiguration() too",
          decorator);
    }
  }
}
