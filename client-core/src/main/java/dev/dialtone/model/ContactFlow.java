package dev.dialtone.model;

/**
 * A flow that answers a number's calls, named by its ARN, which also names the instance that the
 * API asks for.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param arn {@code arn:…:instance/{instance id}/contact-flow/{flow id}}
 */
public record ContactFlow(Arn arn) {
  /** Checks the shape of the ARN. */
  public ContactFlow {
    ConnectArns.CONTACT_FLOW.match(arn);
  }

  /** The flow with that ARN. */
  public static ContactFlow of(String arn) {
    return new ContactFlow(Arn.parse(arn));
  }

  /** The id of the instance that has the flow. */
  public String instanceId() {
    return ConnectArns.CONTACT_FLOW.match(arn).group(1);
  }

  /** The id of the flow inside its instance. */
  public String id() {
    return ConnectArns.CONTACT_FLOW.match(arn).group(2);
  }

  @Override
  public String toString() {
    return arn.text();
  }
}
