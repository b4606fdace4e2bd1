package dev.dialtone.testkit;

/**
 * A number of AWS End User Messaging, which an instance may import.
 *
 * @param status as End User Messaging has it; only {@code ACTIVE} ones may be imported
 */
record SourceNumber(String arn, PhoneNumber phoneNumber, String status) {}
