package dev.dialtone.spi;

/**
 * One operation of a service's API: what a quota counts and what a policy allows.
 *
 * @param service the service's IAM prefix, for example {@code connect}
 * @param name the operation's name, for example {@code ClaimPhoneNumber}
 */
public record ApiOperation(String service, String name) {
  /** The IAM action that allows it, for example {@code connect:ClaimPhoneNumber}. */
  public String iamAction() {
    return service + ":" + name;
  }
}
