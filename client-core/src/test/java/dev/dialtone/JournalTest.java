package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.JournalException;
import dev.dialtone.internal.InMemoryJournal;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.JournalEntries;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JournalTest {
  private final World world = new World();

  static Stream<Supplier<CompletionStage<Void>>> broken() {
    return Stream.of(
        () -> failedFuture(new IOException("disk full at +18005550100")),
        () -> {
          throw new IllegalStateException("row of +18005550100 is locked");
        },
        () -> {
          throw new StackOverflowError();
        },
        () -> null);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void journal_failsOnTheIntent_nothingIsSent(Supplier<CompletionStage<Void>> answer) {
    world.journal.on(Step.INTENT, answer);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(60);
    JournalException failed = failure(claim, JournalException.class);
    assertThat(failed.attempts()).isZero();
    assertThat(failed).hasMessageContaining("nothing was sent");
    assertThat(failed.ticket()).contains(claim.ticket());
    assertThat(world.connect.calls()).isEmpty();
    assertThat(world.journal.steps()).containsExactly(Step.INTENT);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void journal_failsLater_theOperationEndsWellAllTheSame(Supplier<CompletionStage<Void>> answer) {
    world.journal.on(Step.ACCEPTED, answer);
    world.journal.on(Step.SETTLED, answer);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(60);
    result(claim);
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ACCEPTED, Step.SETTLED);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "SETTLED"})
  void journal_neverAnswersLater_holdsNothingUp(Step step) {
    world.journal.on(step, CompletableFuture::new);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(60);
    result(claim);
  }

  @Test
  void journal_doesNotAnswerTheIntent_isGivenUpAndClosedWhenItDoes() {
    var written = new CompletableFuture<Void>();
    world.journal.on(Step.INTENT, () -> written);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(31);
    assertThat(failure(claim, JournalException.class)).hasMessageContaining("30 seconds");
    written.complete(null);
    world.seconds(60);
    assertThat(world.connect.calls()).isEmpty();
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.FAILED);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void journal_failsOnTheSending_nothingIsSent(Supplier<CompletionStage<Void>> answer) {
    world.journal.on(Step.SENDING, answer);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(60);
    assertThat(failure(claim, JournalException.class).attempts()).isZero();
    assertThat(world.connect.calls()).isEmpty();
  }

  @Test
  void journal_answersTheIntentFromAnotherThread_goesOnFromThere() throws InterruptedException {
    var written = new CompletableFuture<Void>();
    world.journal.on(Step.INTENT, () -> written);
    Operation<ConnectNumber> claim = world.claim().start();
    Thread writer = new Thread(() -> written.complete(null));
    writer.start();
    writer.join();
    world.seconds(60);
    result(claim);
  }

  @Test
  void inMemory_operationsThatEnd_areForgotten() {
    var memory = new InMemoryJournal();
    World remembering = new World(builder -> builder.journal(memory));
    Operation<ConnectNumber> done = remembering.claim().start();
    remembering.seconds(1);
    assertThat(open(memory)).hasSize(1);
    remembering.seconds(60);
    assertThat(hasEnded(done)).isTrue();
    assertThat(open(memory)).isEmpty();
    Operation<ConnectNumber> abandoned = remembering.claim().start();
    abandoned.cancel();
    assertThat(open(memory)).isEmpty();
  }

  private static List<Recorded> open(InMemoryJournal memory) {
    return JournalEntries.get(memory.takeOpen(ticket -> true, "another", Instant.EPOCH));
  }
}
