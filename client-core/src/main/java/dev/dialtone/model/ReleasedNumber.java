package dev.dialtone.model;

/**
 * A number that the account no longer has. Nobody can claim it again for up to 180 days.
 *
 * @param id the id that it had
 * @param number the number
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/release-phone-number.html">
 *     Release a phone number</a>
 */
public record ReleasedNumber(PhoneNumberId id, E164 number) {}
