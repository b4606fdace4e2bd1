package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the published constraints just about allow is accepted, for every operation here. */
class KeptConstraintsTest {

  @Test
  void connect_everyConstraintKept_isAccepted() {
    try (var requests = new ConnectRequests()) {
      assertThat(accepted(requests::fresh, requests.wire)).isGreaterThan(300);
    }
  }

  @Test
  void voice_everyConstraintKept_isAccepted() {
    try (var requests = ChimeRequests.voice()) {
      assertThat(accepted(requests::fresh, requests.wire)).isGreaterThan(30);
    }
  }

  @Test
  void legacy_everyConstraintKept_isAccepted() {
    try (var requests = ChimeRequests.legacy()) {
      assertThat(accepted(requests::fresh, requests.wire)).isGreaterThan(25);
    }
  }

  /** Each in a world of its own: what one did must not stand in another's way. */
  private static int accepted(Supplier<List<PublishedRequest>> world, PublishedWire wire) {
    var notAccepted = new ArrayList<String>();
    int sent = 0;
    int operations = world.get().size();
    for (int operation = 0; operation < operations; operation++) {
      int variations = GoodRequests.of(world.get().get(operation)).size();
      for (int variation = 0; variation < variations; variation++) {
        PublishedRequest request = GoodRequests.of(world.get().get(operation)).get(variation);
        HttpResponse<String> answer = wire.send(request);
        sent++;
        if (answer.statusCode() != 200) {
          notAccepted.add(request.operation() + request.members() + " -> " + answer.body());
        }
      }
    }
    assertThat(notAccepted).isEmpty();
    return sent;
  }
}
