package dev.dialtone.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a phone number routes its calls to: an Amazon Connect instance, or a traffic distribution
 * group. Get one from {@link #instance} or {@link #trafficDistributionGroup}.
 */
public sealed interface Target {
  /**
   * An instance by its ARN or its bare id (1 to 100 characters). An ARN is better: its Region is
   * checked before anything is sent.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  static Instance instance(String arnOrId) {
    return Arn.looksLike(arnOrId)
        ? new Instance(
            arnOrId.substring(arnOrId.lastIndexOf('/') + 1), Optional.of(Arn.parse(arnOrId)))
        : new Instance(arnOrId, Optional.empty());
  }

  /**
   * A traffic distribution group by its ARN; the service knows it by nothing else.
   *
   * @throws IllegalArgumentException if the text is not the ARN of such a group
   */
  static TrafficDistributionGroup trafficDistributionGroup(String arn) {
    return new TrafficDistributionGroup(Arn.parse(arn));
  }

  /** The ARN, where it is known. */
  Optional<Arn> arn();

  /** Whether both name the same place, one by ARN and the other by bare id included. */
  boolean isSameAs(Target other);

  /** The text that names the target to the service: its ARN where known, else its id. */
  default String text() {
    return arn().map(Arn::text).orElseGet(this::toString);
  }

  /**
   * An Amazon Connect instance.
   *
   * @param id the bare id
   * @param arn the whole ARN, where the caller gave it
   */
  record Instance(String id, Optional<Arn> arn) implements Target {
    private static final Pattern BARE_ID = Pattern.compile("[^\\s:/]{1,100}");

    /** Checks the form of the ARN where there is one, else of the id. */
    public Instance {
      if (arn.isPresent()) {
        if (!ConnectArns.INSTANCE.match(arn.get()).group(1).equals(id)) {
          throw new IllegalArgumentException("the ARN names another instance than the id");
        }
      } else if (!BARE_ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "an instance must be named by its ARN or by its id of 1 to 100 characters without"
                + " blanks, ':' and '/', but was "
                + Masked.shown(id));
      }
    }

    @Override
    public boolean isSameAs(Target other) {
      return other instanceof Instance instance
          && id.equalsIgnoreCase(instance.id)
          && (arn.isEmpty() || instance.arn.isEmpty() || text().equalsIgnoreCase(instance.text()));
    }

    @Override
    public String toString() {
      return arn.map(Arn::text).orElse(id);
    }
  }

  /**
   * A traffic distribution group, which spreads calls over two Regions.
   *
   * @param groupArn its ARN
   */
  record TrafficDistributionGroup(Arn groupArn) implements Target {
    /** Checks the shape of the ARN. */
    public TrafficDistributionGroup {
      ConnectArns.TRAFFIC_DISTRIBUTION_GROUP.match(groupArn);
    }

    @Override
    public Optional<Arn> arn() {
      return Optional.of(groupArn);
    }

    @Override
    public boolean isSameAs(Target other) {
      return other instanceof TrafficDistributionGroup group
          && text().equalsIgnoreCase(group.text());
    }

    @Override
    public String toString() {
      return groupArn.text();
    }
  }
}
