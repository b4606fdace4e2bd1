package dev.dialtone.model;

/**
 * The kind of a phone number. The constants are the kinds known today; a kind that the service adds
 * tomorrow is kept as its text.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param value the service's word, for example {@code TOLL_FREE}
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_SearchAvailablePhoneNumbers.html">
 *     SearchAvailablePhoneNumbers</a>
 */
public record NumberType(String value) {
  /** Free for the caller. */
  public static final NumberType TOLL_FREE = new NumberType("TOLL_FREE");

  /** Direct inward dialing: a local number. */
  public static final NumberType DID = new NumberType("DID");

  /** Universal international freephone number. */
  public static final NumberType UIFN = new NumberType("UIFN");

  /** Cost shared between caller and owner. */
  public static final NumberType SHARED = new NumberType("SHARED");

  /** Toll-free number of a third party. */
  public static final NumberType THIRD_PARTY_TF = new NumberType("THIRD_PARTY_TF");

  /** Local number of a third party. */
  public static final NumberType THIRD_PARTY_DID = new NumberType("THIRD_PARTY_DID");

  /** Short code. */
  public static final NumberType SHORT_CODE = new NumberType("SHORT_CODE");

  /** Refuses blank text. */
  public NumberType {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a number type must not be blank, for example TOLL_FREE");
    }
  }

  /** The type of that name, known or not. */
  public static NumberType of(String value) {
    return new NumberType(value);
  }

  /** The word; what somebody passed in place of one is masked if it holds a number. */
  @Override
  public String toString() {
    return Masked.inText(value);
  }
}
