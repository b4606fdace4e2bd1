package dev.dialtone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.PortException;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.InMemoryConnect;
import dev.dialtone.testing.RecordingJournal;
import dev.dialtone.testing.VirtualTimer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The facade over the in-memory service, in virtual time; callers' code runs where it is due. */
final class World {
  static final E164 NUMBER = E164.of("+18005550100");

  final VirtualTimer timer = new VirtualTimer();
  final InMemoryConnect connect = new InMemoryConnect(timer);
  final RecordingJournal journal = new RecordingJournal();
  final Target.Instance instance = connect.addInstance(1_000);
  final Target.Instance other = connect.addInstance(1_000);
  final Target.TrafficDistributionGroup group = connect.addGroup(instance);
  final ContactFlow flow = connect.addFlow(instance);
  final ContactFlow otherFlow = connect.addFlow(other);
  final PhoneNumbers numbers;

  World() {
    this(UnaryOperator.identity());
  }

  World(UnaryOperator<PhoneNumbers.Builder> settings) {
    connect.offer(NUMBER);
    numbers =
        settings
            .apply(
                PhoneNumbers.builder()
                    .connect(connect)
                    .timer(timer)
                    .journal(journal)
                    .executor(Runnable::run))
            .build();
  }

  ClaimRequest claim() {
    return numbers.claim(NUMBER).to(instance);
  }

  /** A number that was claimed long ago; the requests for it are forgotten. */
  PhoneNumberId claimed() {
    Operation<ConnectNumber> claim = claim().start();
    advance(Duration.ofHours(1));
    PhoneNumberId id = result(claim).id();
    connect.forgetCalls();
    return id;
  }

  void advance(Duration time) {
    timer.advance(time);
  }

  void seconds(long seconds) {
    advance(Duration.ofSeconds(seconds));
  }

  /** The next requests of the operation fail so. */
  void fails(String operation, PortException... failures) {
    connect.next(operation, Arrays.stream(failures).map(Fault::failing).toArray(Fault[]::new));
  }

  /** What it ended in; it must have ended well. */
  static <T> T result(Answer<T> answer) {
    return answer.await(Duration.ZERO);
  }

  /** What it ended in; it must have ended so. Nothing in it shows a whole phone number. */
  static <E extends PhoneNumberException> E failure(Answer<?> answer, Class<E> type) {
    Throwable failure = catchThrowable(() -> answer.await(Duration.ZERO));
    assertThat(failure).isInstanceOf(type);
    Leaks.assertNone(failure);
    return type.cast(failure);
  }

  static boolean hasEnded(Operation<?> operation) {
    return operation.progress().stage().isEnd();
  }
}
