package dev.dialtone.connect;

import static dev.dialtone.connect.UnreachableTest.assertUnreachable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.net.BindException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Failures of the network that no test can bring about on any machine. */
class ConnectFailuresTest {
  @Test
  void translate_noConnectionMade_isUnreachable() {
    for (var cause :
        new Exception[] {
          new SocketException("Network is unreachable"),
          new BindException("Cannot assign requested address"),
          new SocketTimeoutException("Connect timed out"),
          new ConnectTimeoutException("Connect to 10.0.0.1:443 failed: connect timed out"),
          new ConnectionPoolTimeoutException("Timeout waiting for connection from pool"),
          new IllegalStateException("Connection pool shut down")
        }) {
      assertUnreachable(translated(cause), true);
    }
  }

  @Test
  void translate_connectionLostOrSilent_mayHaveArrived() {
    for (var cause :
        new Exception[] {
          new SocketException("Connection reset"),
          new SocketTimeoutException("Read timed out"),
          new NoHttpResponseException("the target server failed to respond")
        }) {
      PortException failure = translated(cause);
      assertThat(failure.kind()).isEqualTo(Kind.NO_REPLY);
      assertThat(failure.reached()).isEqualTo(Reached.MAYBE);
      assertThat(failure.retryable()).isTrue();
    }
  }

  private static PortException translated(Exception cause) {
    var trace = new CallTrace();
    assertThat(trace.maySend()).isTrue();
    return ConnectFailures.translate(
        SdkClientException.create("Unable to execute HTTP request", cause), trace);
  }
}
