package dev.dialtone;

import static dev.dialtone.Processes.NUMBER;
import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dialtone.Processes.Client;
import dev.dialtone.error.IdempotencyMismatchException;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same key is the same operation; and a failed claim is rescued as a new one. */
class IdempotencyKeyTest {
  private final Processes world = new Processes();

  private Operation<ConnectNumber> claim(Client process) {
    return process.numbers.claim(NUMBER).to(world.instance).idempotencyKey("order-123").start();
  }

  @Test
  void key_startedTwiceInAProcess_isOneOperation() {
    Client process = world.start();
    Operation<ConnectNumber> first = claim(process);
    Operation<ConnectNumber> second = claim(process);
    world.seconds(60);
    assertThat(result(second)).isSameAs(result(first));
    assertThat(first.ticket().id()).isEqualTo(second.ticket().id()).isLowerCase();
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @Test
  void key_startedAgainAfterACrash_goesOn() {
    Client first = world.start();
    String token = claim(first).ticket().id();
    first.kill();
    world.seconds(60);
    Client second = world.start();
    Operation<ConnectNumber> again = claim(second);
    world.seconds(60);
    assertThat(result(again).number()).isEqualTo(NUMBER);
    assertThat(again.ticket().id()).isEqualTo(token);
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @Test
  void key_ofAnOperationWithOtherParameters_isRefusedBeforeSending() {
    Client process = world.start();
    claim(process);
    failure(
        process.numbers.claim(NUMBER).to(world.other).idempotencyKey("order-123").start(),
        IdempotencyMismatchException.class);
    process.kill();
    world.seconds(60);
    Client second = world.start();
    Operation<ConnectNumber> other =
        second.numbers.claim(NUMBER).to(world.other).idempotencyKey("order-123").start();
    assertThat(failure(other, IdempotencyMismatchException.class).attempts()).isZero();
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @Test
  void key_ofAnotherKindOfOperation_isAnother() {
    Client process = world.start();
    Operation<ConnectNumber> claim = claim(process);
    world.seconds(60);
    PhoneNumberId id = result(claim).id();
    Operation<ConnectNumber> move =
        process.numbers.move(id).to(world.other).idempotencyKey("order-123").start();
    assertThat(move.ticket().id()).isNotEqualTo(claim.ticket().id());
    world.seconds(60);
    result(move);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void key_blank_isRefused(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> world.start().numbers.claim(NUMBER).to(world.instance).idempotencyKey(key));
  }

  @Test
  void retryFailed_byTicket_claimsTheSameNumberWithoutARelease() {
    Client process = world.start();
    world.connect.settleNextAsFailed("Over quota");
    Operation<ConnectNumber> failed =
        process.numbers.claim(NUMBER).to(world.instance).description("Support").start();
    world.seconds(60);
    failure(failed, OperationFailedException.class);
    Operation<ConnectNumber> rescue = process.numbers.retryFailed(failed.ticket()).start();
    world.seconds(300);
    assertThat(result(rescue).status()).isEqualTo(NumberStatus.CLAIMED);
    assertThat(rescue.ticket().id()).isNotEqualTo(failed.ticket().id());
    assertThat(rescue.ticket().parameters()).containsEntry("rescueOf", failed.ticket().id());
    assertThat(world.connect.calls("ReleasePhoneNumber")).isEmpty();
    assertThat(world.connect.calls(CLAIM)).hasSize(2);
  }

  @Test
  void retryFailed_byId_claimsWhatADescribeShows() {
    Client process = world.start();
    world.connect.settleNextAsFailed("Over quota");
    Operation<ConnectNumber> failed = process.numbers.claim(NUMBER).to(world.instance).start();
    world.seconds(60);
    PhoneNumberId id = failed.ticket().numberId().orElseThrow();
    Operation<ConnectNumber> rescue = process.numbers.retryFailed(id).start();
    world.seconds(300);
    assertThat(result(rescue).isAt(world.instance)).isTrue();
    result(process.numbers.retryFailed(id).start());
    assertThat(world.connect.calls(CLAIM)).hasSize(2);
  }

  @Test
  void retryFailed_ofSomethingElse_isRefused() {
    Client process = world.start();
    Operation<ConnectNumber> claim = claim(process);
    world.seconds(60);
    Operation<ConnectNumber> move =
        process.numbers.move(result(claim).id()).to(world.other).start();
    org.assertj.core.api.Assertions.assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> process.numbers.retryFailed(move.ticket()));
  }
}
