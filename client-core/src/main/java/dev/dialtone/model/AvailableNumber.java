package dev.dialtone.model;

import java.util.Optional;

/**
 * A number that a search found in the inventory. It is not reserved: another claimer may be faster.
 *
 * @param number the number
 * @param country its country; an international freephone number may have none
 * @param type its kind
 */
public record AvailableNumber(
    E164 number, Optional<CountryCode> country, Optional<NumberType> type) {}
