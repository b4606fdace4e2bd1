package dev.dialtone.testkit;

import java.time.InstantSource;

/** What all services of one simulator share. */
record Surroundings(
    Throttle throttle, Faults faults, Ledger ledger, InstantSource clock, Guesses guesses) {}
