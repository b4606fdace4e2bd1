package dev.dialtone.testing;

import java.time.Duration;

/**
 * Something that really changed in the in-memory service.
 *
 * @param operation the AWS operation
 * @param token the token that brought it about
 * @param numberId the number it happened to
 * @param at the time since the service was made
 */
public record Effect(String operation, String token, String numberId, Duration at) {}
