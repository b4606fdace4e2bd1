package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersSummary;

/** When ListPhoneNumbersV2 shows that a number has moved. */
class ListedMovesTest {

  @Test
  void list_asDefault_showsTheMoveWhenItHasSettled() {
    try (var bench = new Bench()) {
      var move = new Move(bench);
      assertThat(move.listedTarget()).isEqualTo(bench.instance);
      bench.settle();

      assertThat(move.listedTarget()).isEqualTo(move.target);
    }
  }

  @Test
  void list_atOnce_showsTheMoveBeforeDescribeDoes() {
    try (var bench = new Bench(SimulatorBuilder::listsMovesAtOnce)) {
      var move = new Move(bench);

      assertThat(move.listedTarget()).isEqualTo(move.target);
      assertThat(bench.describe(move.id).targetArn()).isEqualTo(bench.instance);
    }
  }

  @Test
  void list_atOnceButTheMoveFails_showsTheOldTarget() {
    try (var bench = new Bench(SimulatorBuilder::listsMovesAtOnce)) {
      bench.settle();
      var move = new Move(bench, bench.simulator.addInstance(0));

      assertThat(move.listedTarget()).isEqualTo(bench.instance);
    }
  }

  @Test
  void list_withLag_showsTheMoveSoMuchLater() {
    try (var bench = new Bench(settings -> settings.listsMovesAfter(Duration.ofMinutes(1)))) {
      String other = bench.claimed(Bench.SECOND);
      assertThat(bench.connect.listPhoneNumbersV2(request -> {}).listPhoneNumbersSummaryList())
          .extracting(ListPhoneNumbersSummary::phoneNumberId)
          .containsExactly(other);
      var move = new Move(bench);
      bench.settle();
      assertThat(bench.describe(move.id).targetArn()).isEqualTo(move.target);
      bench.clock.advance(Duration.ofMinutes(1).minusNanos(1));
      assertThat(move.listedTarget()).isEqualTo(bench.instance);

      bench.clock.advance(Duration.ofNanos(1));
      assertThat(move.listedTarget()).isEqualTo(move.target);
    }
  }

  /** A number on its way. */
  private static final class Move {
    private final Bench bench;
    final String target;
    final String id;

    Move(Bench bench) {
      this(bench, bench.simulator.addInstance());
    }

    Move(Bench bench, String target) {
      this.bench = bench;
      this.target = target;
      this.id = bench.claimed(Bench.FIRST);
      bench.move(id, target);
    }

    String listedTarget() {
      return bench
          .connect
          .listPhoneNumbersV2(request -> request.phoneNumberPrefix("+1800555010"))
          .listPhoneNumbersSummaryList()
          .stream()
          .filter(summary -> summary.phoneNumberId().equals(id))
          .findFirst()
          .orElseThrow()
          .targetArn();
    }
  }
}
