package dev.dialtone.testkit;

/** A number of AWS End User Messaging, which an instance may import. */
record SourceNumber(String arn, PhoneNumber phoneNumber) {}
