package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which request meets which fault. */
class FaultPlanTest {
  private static final String LIST = "ListPhoneNumbersV2";
  private static final Fault BUSY = Fault.error(503, "Busy", "busy");
  private static final Fault BROKEN = Fault.error(500, "Broken", "broken");
  private static final Fault ODD = Fault.error(418, "Odd", "odd");

  private final PhoneNumberSimulator simulator = PhoneNumberSimulator.builder().start();
  private final Faults faults = simulator.faults();

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void script_faults_inOrderWithGaps() {
    faults.script(LIST, BUSY, Fault.none(), BROKEN);

    assertThat(statuses(5)).containsExactly(503, 200, 500, 200, 200);
  }

  @Test
  void script_function_isAskedForEachRequestInItsTurn() {
    faults.script(LIST, nth -> nth % 3 == 0 ? BUSY : Fault.none());

    assertThat(statuses(7)).containsExactly(200, 200, 503, 200, 200, 503, 200);
  }

  @Test
  void take_all_queueBeforeScriptBeforeLasting() {
    faults.always(LIST, ODD);
    faults.script(LIST, nth -> nth == 1 ? BROKEN : Fault.none());
    faults.next(LIST, BUSY);

    assertThat(statuses(4)).containsExactly(503, 500, 418, 418);
  }

  @Test
  void sometimes_sameSeed_sameStory() {
    List<Integer> story = storyOf(42);

    assertThat(story).containsOnly(200, 503);
    assertThat(story.stream().filter(status -> status == 503).count()).isBetween(20L, 60L);
    assertThat(storyOf(42)).isEqualTo(story);
    assertThat(storyOf(43)).isNotEqualTo(story);
  }

  @Test
  void sometimes_certainAndNever_asSaid() {
    faults.sometimes(LIST, 0, 1, BUSY);
    faults.sometimes(LIST, 1, 1, BROKEN);
    faults.sometimes(LIST, 1, 1, ODD);

    assertThat(statuses(3)).containsOnly(500);
    assertThat(simulator.ledger().requests("SearchAvailablePhoneNumbers")).isEmpty();
  }

  @Test
  void operations_all_ofBothServices() {
    assertThat(faults.operations())
        .contains("ClaimPhoneNumber", "chimesdkvoice:UpdatePhoneNumber", "chime:GetPhoneNumber");
  }

  private List<Integer> storyOf(long seed) {
    faults.clear();
    faults.sometimes(LIST, 0.2, seed, BUSY);
    return statuses(200);
  }

  private List<Integer> statuses(int count) {
    var http = new RawHttp(simulator.endpoint());
    return Stream.generate(() -> status(http)).limit(count).toList();
  }

  private static int status(RawHttp http) {
    try {
      return http.send("POST", "/phone-number/list", "{}").statusCode();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
