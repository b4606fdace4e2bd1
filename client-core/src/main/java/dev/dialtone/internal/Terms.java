package dev.dialtone.internal;

import java.time.Duration;
import java.util.Optional;

/**
 * What a caller says of an operation besides its parameters.
 *
 * @param deadline the caller's own deadline, from the start; else the kind's default counts
 * @param key the caller's idempotency key; without, each start is a new operation
 * @param account the account, where it is known
 */
public record Terms(Optional<Duration> deadline, Optional<String> key, Optional<String> account) {}
