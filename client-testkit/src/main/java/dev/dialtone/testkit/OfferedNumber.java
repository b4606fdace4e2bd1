package dev.dialtone.testkit;

/** A number of the public inventory and its place in the order of offering. */
record OfferedNumber(int place, PhoneNumber phoneNumber) implements Placed {}
