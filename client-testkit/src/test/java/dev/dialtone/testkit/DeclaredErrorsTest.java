package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each error that AWS declares for an operation here can be had, under its name and status. */
class DeclaredErrorsTest {

  @Test
  void connect_eachDeclaredError_canBeProduced() {
    try (var requests = new ConnectRequests()) {
      assertThat(produced(requests.fresh(), requests.wire, requests.bench.simulator, ""))
          .isEqualTo(74);
    }
  }

  @Test
  void voice_eachDeclaredError_canBeProduced() {
    try (var requests = ChimeRequests.voice()) {
      assertThat(produced(requests.fresh(), requests.wire, requests.simulator, "chimesdkvoice:"))
          .isEqualTo(29);
    }
  }

  @Test
  void legacy_eachDeclaredError_canBeProduced() {
    try (var requests = ChimeRequests.legacy()) {
      assertThat(produced(requests.fresh(), requests.wire, requests.simulator, "chime:"))
          .isEqualTo(29);
    }
  }

  private static int produced(
      List<PublishedRequest> good,
      PublishedWire wire,
      PhoneNumberSimulator simulator,
      String namespace) {
    int count = 0;
    for (PublishedRequest request : good) {
      Map<String, Integer> errors = request.api().errors(request.operation());
      for (Map.Entry<String, Integer> error : errors.entrySet()) {
        simulator
            .faults()
            .next(
                namespace + request.operation(),
                Fault.error(error.getValue(), error.getKey(), "told to"));
        var answer = wire.send(request);
        assertThat(PublishedWire.code(answer)).isEqualTo(error.getKey());
        assertThat(answer.statusCode()).isEqualTo(error.getValue());
        count++;
      }
    }
    return count;
  }
}
