package dev.dialtone.aws.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;

/**
 * What a caller is told of a bad answer of {@link RawService}.
 *
 * @param leaf the exception's class, without the Exception
 */
public record Told(Kind kind, Reached reached, boolean again, String leaf) {
  /** The failure says so, briefly and with the request's id. */
  public void assertBy(PhoneNumberException failure, Object client) {
    assertThat(failure).as("%s", client).isNotNull();
    assertThat(failure.getClass().getSimpleName()).as("%s", client).isEqualTo(leaf + "Exception");
    assertThat(failure.requestId()).as("%s", client).contains(RawService.REQUEST_ID);
    assertThat(failure).message().doesNotContain("5550100").hasSizeLessThan(1_000);
    assertThat(failure.getCause()).isInstanceOf(PortException.class);
    PortException cause = (PortException) requireNonNull(failure.getCause());
    assertThat(cause.kind()).as("%s", client).isEqualTo(kind);
    assertThat(cause.reached()).as("%s", client).isEqualTo(reached);
    assertThat(cause.retryable()).as("%s", client).isEqualTo(again);
    assertThat(cause.requestId()).as("%s", client).contains(RawService.REQUEST_ID);
  }

  /** The status of the HTTP answer that it was about. */
  public static int status(PhoneNumberException failure) {
    return ((PortException) requireNonNull(failure.getCause())).status();
  }
}
