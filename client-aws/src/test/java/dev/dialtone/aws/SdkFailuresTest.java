package dev.dialtone.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.net.BindException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Whose word counts about a refusal, and failures of the network that no test can bring about on
 * any machine. The adapters' tests have the rest, over HTTP.
 */
class SdkFailuresTest {
  private static final SdkFailures FAILURES =
      new SdkFailures(
          (code, status, message, operation) ->
              code.equals("AccessDeniedException") && message.contains("sold")
                  ? Optional.of(Kind.TAKEN)
                  : Optional.empty());

  @Test
  void translate_codeOfTheService_isWhatTheServiceMeans() {
    assertThat(refused("AccessDeniedException", 403, "already sold")).isEqualTo(Kind.TAKEN);
  }

  @Test
  void translate_codeOfEveryService_isKnown() {
    assertThat(refused("AccessDeniedException", 403, "no")).isEqualTo(Kind.ACCESS_DENIED);
    assertThat(refused("ThrottlingException", 400, "slowly")).isEqualTo(Kind.THROTTLED);
    assertThat(refused("ServiceUnavailable", 503, "later")).isEqualTo(Kind.SERVICE_FAILURE);
  }

  @Test
  void translate_codeOfNoService_isUnexpectedUnlessTheServiceFailed() {
    assertThat(refused("TeapotException", 418, "short")).isEqualTo(Kind.UNEXPECTED);
    assertThat(refused("TeapotException", 500, "short")).isEqualTo(Kind.SERVICE_FAILURE);
  }

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
      PortException failure = translated(cause);
      assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(failure.reached()).isEqualTo(Reached.NO);
      assertThat(failure.retryable()).isTrue();
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

  private static Kind refused(String code, int status, String message) {
    var details = AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    var answer = AwsServiceException.builder().awsErrorDetails(details).statusCode(status).build();
    return FAILURES.translate(answer, sent()).kind();
  }

  private static PortException translated(Exception cause) {
    return FAILURES.translate(
        SdkClientException.create("Unable to execute HTTP request", cause), sent());
  }

  private static CallTrace sent() {
    var trace = new CallTrace(() -> {});
    assertThat(trace.maySend()).isTrue();
    return trace;
  }
}
