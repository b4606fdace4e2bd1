package dev.dialtone.testkit;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What all services of one simulator share.
 *
 * @param latency how long each reply takes
 */
record Surroundings(
    Throttle throttle,
    Faults faults,
    Ledger ledger,
    InstantSource clock,
    Guesses guesses,
    Duration latency) {}
