package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every constraint that AWS publishes for every operation here, violated on purpose. */
class BrokenConstraintsTest {

  @Test
  void connect_everyConstraintBroken_isRefusedAsPublished() {
    try (var requests = new ConnectRequests()) {
      List<PublishedRequest> good = requests.fresh();
      assertThat(good)
          .extracting(PublishedRequest::operation)
          .containsExactlyInAnyOrderElementsOf(
              ConnectOperations.ALL.stream().map(ApiOperation::name).toList());

      assertThat(refused(good, requests.wire, "InvalidParameterException")).hasSizeGreaterThan(400);
      assertThat(requests.bench.simulator.ledger().effects()).hasSize(1);
    }
  }

  @Test
  void voice_everyConstraintBroken_isRefusedAsPublished() {
    try (var requests = ChimeRequests.voice()) {
      assertThat(refused(requests.fresh(), requests.wire, "BadRequestException"))
          .hasSizeGreaterThan(100);
      assertThat(requests.simulator.ledger().effects()).isEmpty();
    }
  }

  @Test
  void legacy_everyConstraintBroken_isRefusedAsPublished() {
    try (var requests = ChimeRequests.legacy()) {
      assertThat(refused(requests.fresh(), requests.wire, "BadRequestException"))
          .hasSizeGreaterThan(100);
      assertThat(requests.simulator.ledger().effects()).isEmpty();
    }
  }

  private static List<Violation> refused(
      List<PublishedRequest> good, PublishedWire wire, String validationError) {
    List<Violation> all =
        good.stream().flatMap(request -> BrokenRequests.of(request).stream()).toList();
    var notRefused = new ArrayList<String>();
    for (Violation violation : all) {
      HttpResponse<String> answer = wire.send(violation.request(), violation.body());
      if (!isRightly(answer, violation, validationError)) {
        notRefused.add(violation + " -> " + answer.statusCode() + " " + answer.body());
      }
    }
    assertThat(notRefused).isEmpty();
    return all;
  }

  /** For the reason given, not for another that the request happens to meet. */
  private static boolean isRightly(
      HttpResponse<String> answer, Violation violation, String validationError) {
    boolean isConstraint = violation.kind() == Violation.Kind.CONSTRAINT;
    return answer.statusCode() == 400
        && PublishedWire.code(answer)
            .equals(isConstraint ? validationError : "SerializationException")
        && answer.body().contains(violation.at())
        && (!isConstraint || answer.body().contains("validation error"));
  }
}
