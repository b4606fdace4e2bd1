package dev.dialtone.testkit;

/** A flow of an instance, which a number may be put on. */
record Flow(String arn, String instanceArn, String name) {}
