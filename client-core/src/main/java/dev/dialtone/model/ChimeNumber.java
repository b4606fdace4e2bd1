package dev.dialtone.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A number of Amazon Chime, as GetPhoneNumber shows it. {@link #toString()} is masked and leaves
 * out the names.
 *
 * @param number the number itself
 * @param country its country, where the service sent it
 * @param type its kind, where the service sent it
 * @param productType what it is for, where the service sent it
 * @param status whether it is assigned, in the service's words, where it sent them
 * @param callingName the calling name that is shown now; empty if none is
 * @param callingNameStatus how the last change of the calling name ended, or that it has not; empty
 *     where the service does not say, as lists may not
 * @param name the number's own name, in the voice namespace, where there is one
 * @param updatedAt when it was last changed, where the service sent it
 */
public record ChimeNumber(
    E164 number,
    Optional<CountryCode> country,
    Optional<ChimeNumberType> type,
    Optional<ProductType> productType,
    Optional<String> status,
    Optional<String> callingName,
    Optional<CallingNameStatus> callingNameStatus,
    Optional<String> name,
    Optional<Instant> updatedAt) {
  @Override
  public String toString() {
    return "ChimeNumber["
        + number
        + productType.map(its -> " for " + its).orElse("")
        + callingNameStatus.map(its -> ", calling name " + its).orElse("")
        + "]";
  }
}
