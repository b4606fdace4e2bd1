package dev.dialtone.testkit;

import java.util.Optional;

/**
 * A phone number as Amazon Chime has it provisioned to the account: what {@link
 * PhoneNumberSimulator#addVoiceNumber(ProvisionedNumber)} takes and {@link
 * PhoneNumberSimulator#voiceNumbers()} shows. Immutable; a number that Chime could not have fails
 * at once with {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * ProvisionedNumber.of("+12065550100").callingName("ACME").assigned()
 * }</pre>
 *
 * @param number the number in E.164 form
 * @param country its country; outside {@code US} the only product type is {@code
 *     SipMediaApplicationDialIn}
 * @param type {@code Local} or {@code TollFree}
 * @param productType {@code VoiceConnector}, {@code SipMediaApplicationDialIn} or, with legacy
 *     Chime only, {@code BusinessCalling}
 * @param associatedWith the id of what it is assigned to, empty if it is {@code Unassigned}
 * @param callingName the outbound calling name, empty if it has none
 * @param callingNameStatus how the last change of the calling name went
 * @param name its name, empty if it has none; legacy Chime never shows one
 */
public record ProvisionedNumber(
    String number,
    String country,
    String type,
    String productType,
    Optional<String> associatedWith,
    String callingName,
    String callingNameStatus,
    String name) {

  /** Checks what Chime would never have. */
  public ProvisionedNumber {
    Arguments.require(PhoneNumberRules.isE164(number), "expected an E.164 number, not " + number);
    Arguments.require(
        PhoneNumberRules.isCountry(country), "expected a country code, not " + country);
    Arguments.require(ChimeRules.isType(type), "expected Local or TollFree, not " + type);
    ChimeRules.objection(country, type, productType)
        .ifPresent(objection -> Arguments.require(false, objection));
    Arguments.require(
        ChimeRules.isCallingName(callingName), "expected a calling name, not " + callingName);
    Arguments.require(
        callingName.isEmpty() || !type.equals(ChimeRules.TOLL_FREE),
        "a toll-free number has no calling name");
    Arguments.require(ChimeRules.isName(name), "expected a name, not " + name);
  }

  /**
   * Local, of the US, for a Voice Connector, unassigned, without a calling name and without a name.
   */
  public static ProvisionedNumber of(String number) {
    return new ProvisionedNumber(
        number, "US", "Local", "VoiceConnector", Optional.empty(), "", "Unassigned", "");
  }

  /** The same, toll-free. */
  public ProvisionedNumber tollFree() {
    return new ProvisionedNumber(
        number,
        country,
        ChimeRules.TOLL_FREE,
        productType,
        associatedWith,
        callingName,
        callingNameStatus,
        name);
  }

  /** The same, of this country; outside the US it becomes {@code SipMediaApplicationDialIn}. */
  public ProvisionedNumber country(String newCountry) {
    return new ProvisionedNumber(
        number,
        newCountry,
        type,
        newCountry.equals("US") ? productType : ChimeRules.SIP_MEDIA_APPLICATION,
        associatedWith,
        callingName,
        callingNameStatus,
        name);
  }

  /** The same, with this product type. */
  public ProvisionedNumber productType(String newProductType) {
    return new ProvisionedNumber(
        number,
        country,
        type,
        newProductType,
        associatedWith,
        callingName,
        callingNameStatus,
        name);
  }

  /** The same, assigned to something that its product type goes with. */
  public ProvisionedNumber assigned() {
    return assignedTo("abcdef1ghij2klmno3pqr4");
  }

  /** The same, assigned to the Voice Connector, SIP rule or user of this id. */
  public ProvisionedNumber assignedTo(String id) {
    return new ProvisionedNumber(
        number, country, type, productType, Optional.of(id), callingName, callingNameStatus, name);
  }

  /** The same, with this calling name, whose change succeeded; an empty one clears it. */
  public ProvisionedNumber callingName(String newCallingName) {
    return new ProvisionedNumber(
        number,
        country,
        type,
        productType,
        associatedWith,
        newCallingName,
        "UpdateSucceeded",
        name);
  }

  /** The same, with this name. */
  public ProvisionedNumber name(String newName) {
    return new ProvisionedNumber(
        number,
        country,
        type,
        productType,
        associatedWith,
        callingName,
        callingNameStatus,
        newName);
  }

  ProvisionedNumber callingNameStatus(String newStatus) {
    return new ProvisionedNumber(
        number, country, type, productType, associatedWith, callingName, newStatus, name);
  }

  /** {@code Assigned} or {@code Unassigned}. */
  public String status() {
    return associatedWith.isPresent() ? "Assigned" : "Unassigned";
  }

  /** What Chime calls it: the number with its plus percent-encoded, {@code %2B12065550100}. */
  public String id() {
    return number.replace("+", "%2B");
  }
}
