package dev.dialtone.model;

/**
 * The kind of an Amazon Chime number. The constants are the words known today; one that the service
 * adds tomorrow is kept as its text.
 *
 * <p>Refuses blank text with an {@link IllegalArgumentException}.
 *
 * @param value the service's word, for example {@code Local}
 */
public record ChimeNumberType(String value) {
  /** A local number. */
  public static final ChimeNumberType LOCAL = new ChimeNumberType("Local");

  /** Free for the caller. It has no calling name. */
  public static final ChimeNumberType TOLL_FREE = new ChimeNumberType("TollFree");

  /** Refuses blank text. */
  public ChimeNumberType {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a number type must not be blank, for example Local");
    }
  }

  /** The one of that name, known or not. */
  public static ChimeNumberType of(String value) {
    return new ChimeNumberType(value);
  }

  @Override
  public String toString() {
    return Masked.inText(value);
  }
}
