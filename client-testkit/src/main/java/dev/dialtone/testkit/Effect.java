package dev.dialtone.testkit;

import java.time.Instant;

/**
 * One change that was made; refused and replayed requests leave none.
 *
 * @param operation the API operation, for example {@code ClaimPhoneNumber}; one of Amazon Chime
 *     with the service before it, for example {@code chimesdkvoice:UpdatePhoneNumber}
 * @param phoneNumber the number in E.164 form
 * @param phoneNumberId the UUID of the number; with Amazon Chime {@code %2B12065550100}
 * @param targetArn what the number is claimed, imported or moved to; for any other change, what it
 *     belongs to; empty with Amazon Chime
 * @param clientToken the idempotency token, empty if the request had none
 * @param at when, by the simulator's clock
 */
public record Effect(
    String operation,
    String phoneNumber,
    String phoneNumberId,
    String targetArn,
    String clientToken,
    Instant at) {}
