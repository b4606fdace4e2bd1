package dev.dialtone.model;

/**
 * What an Amazon Chime number is for. The constants are the words known today; one that the service
 * adds tomorrow is kept as its text.
 *
 * <p>Refuses blank text with an {@link IllegalArgumentException}.
 *
 * @param value the service's word, for example {@code VoiceConnector}
 */
public record ProductType(String value) {
  /** Amazon Chime SDK Voice Connectors. */
  public static final ProductType VOICE_CONNECTOR = new ProductType("VoiceConnector");

  /** Calls into SIP media applications. */
  public static final ProductType SIP_MEDIA_APPLICATION_DIAL_IN =
      new ProductType("SipMediaApplicationDialIn");

  /** Amazon Chime Business Calling; in the legacy namespace only. */
  public static final ProductType BUSINESS_CALLING = new ProductType("BusinessCalling");

  /** Refuses blank text. */
  public ProductType {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "a product type must not be blank, for example VoiceConnector");
    }
  }

  /** The one of that name, known or not. */
  public static ProductType of(String value) {
    return new ProductType(value);
  }

  @Override
  public String toString() {
    return Masked.inText(value);
  }
}
