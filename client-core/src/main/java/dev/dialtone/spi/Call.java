package dev.dialtone.spi;

import java.time.Duration;

/**
 * What the engine tells an adapter about one attempt besides its parameters.
 *
 * @param token the operation's idempotency token, the same for all its attempts: a lower-case UUID.
 *     Reads ignore it.
 * @param timeout after which the adapter gives the attempt up with a {@link PortException}
 */
public record Call(String token, Duration timeout) {}
