package dev.dialtone.testkit;

import java.time.Instant;

/** What is true of a number of Amazon Chime at one time, and since when. */
record ChimeNumberState(ProvisionedNumber number, Instant updatedAt) {}
