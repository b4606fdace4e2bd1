package dev.dialtone.spi;

import java.time.Duration;

/**
 * What the engine tells an adapter about one attempt besides its parameters.
 *
 * @param token the operation's idempotency token, the same for all its attempts: a lower-case UUID.
 *     Reads ignore it.
 * @param timeout after which the adapter gives the attempt up with a {@link PortException}
 * @param leaves to be run when the first byte is about to leave, on any thread; a request of which
 *     that is not told counts as left when it is answered
 */
public record Call(String token, Duration timeout, Runnable leaves) {
  /** A call of which nobody wants to know when it leaves. */
  public Call(String token, Duration timeout) {
    this(token, timeout, () -> {});
  }

  /** The same, with that to be run when it leaves. */
  public Call leaving(Runnable then) {
    return new Call(token, timeout, then);
  }

  @Override
  public String toString() {
    return "Call[token=" + token + ", timeout=" + timeout + "]";
  }
}
