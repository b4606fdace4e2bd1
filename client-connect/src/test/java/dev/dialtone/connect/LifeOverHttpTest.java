package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.PATIENCE;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.NumberType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of a number, through the real SDK client. */
class LifeOverHttpTest {
  private final OverHttp world = new OverHttp(ofMillis(300));
  private final PhoneNumbers numbers = world.numbers().build();

  @AfterEach
  void close() {
    numbers.close();
    world.close();
  }

  @Test
  void life_fromSearchToMove_isWhatTheLedgerSays() {
    List<AvailableNumber> five =
        numbers
            .search(CountryCode.of("US"), NumberType.TOLL_FREE)
            .offeredTo(world.instance)
            .prefix("+1800")
            .first(5)
            .await(PATIENCE);
    assertThat(five).hasSize(5);

    ConnectNumber claimed =
        numbers
            .claim(five.get(0).number())
            .to(world.instance)
            .description("Support line")
            .tag("team", "support")
            .attachFlow(world.flow)
            .start()
            .await(PATIENCE);
    assertThat(claimed.status()).isEqualTo(NumberStatus.CLAIMED);
    assertThat(claimed.isAt(world.instance)).isTrue();
    assertThat(claimed.tags()).containsEntry("team", "support");
    assertThat(claimed.description()).contains("Support line");

    ConnectNumber moved =
        numbers.move(claimed.id()).to(world.group).attachFlow(world.flow).start().await(PATIENCE);
    assertThat(moved.isAt(world.group)).isTrue();
    assertThat(numbers.describe(claimed.id()).await(PATIENCE).isAt(world.group)).isTrue();

    assertThat(world.simulator.ledger().effects())
        .extracting("operation")
        .containsExactly(
            "ClaimPhoneNumber",
            "AssociatePhoneNumberContactFlow",
            "UpdatePhoneNumber",
            "AssociatePhoneNumberContactFlow");
  }

  @Test
  void claim_targetIsFull_failsWithTheServicesMessage() {
    numbers.claim(E164.of("+18005550101")).to(world.other).start().await(PATIENCE);
    var second = numbers.claim(E164.of("+18005550102")).to(world.other).start();
    assertThatExceptionOfType(OperationFailedException.class)
        .isThrownBy(() -> second.await(PATIENCE))
        .satisfies(
            failure -> {
              assertThat(failure.statusMessage()).contains("limit");
              assertThat(failure.retryableUntil()).isPresent();
            });
  }
}
