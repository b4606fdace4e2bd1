package dev.dialtone.testing;

import dev.dialtone.spi.Call;
import java.time.Duration;

/**
 * One request that the in-memory service got.
 *
 * @param operation the AWS operation
 * @param subject the number, id or page asked for
 * @param call the token and the time-out it came with
 * @param at the virtual or real time since the service was made
 */
public record PortCall(String operation, String subject, Call call, Duration at) {
  /** The idempotency token. */
  public String token() {
    return call.token();
  }
}
