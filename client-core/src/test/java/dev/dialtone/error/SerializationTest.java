package dev.dialtone.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Ticket;
import dev.dialtone.testing.Failing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures travel between processes with all their facts. */
class SerializationTest {
  private static final Instant LATER = Instant.parse("2026-01-06T08:00:00Z");
  private static final Ticket TICKET =
      new Ticket(
          "connect",
          "ClaimPhoneNumber",
          "0a1b2c3d-0000-4000-8000-00000000000a",
          "us-west-2",
          Optional.empty(),
          Instant.parse("2026-01-05T08:00:00Z"),
          Optional.empty(),
          Optional.empty(),
          new TreeMap<>(Map.of("number", "+18005550100")),
          Optional.empty());
  private static final ErrorDetails DETAILS =
      ErrorDetails.of("ClaimPhoneNumber", "no +18005550100", "try another")
          .withEffort(3, Duration.ofSeconds(7))
          .withRetryable()
          .withTicket(Optional.of(TICKET))
          .withCause(Failing.throttled(Duration.ofSeconds(2)), Optional.of("request-1"));

  static Stream<PhoneNumberException> leaves() {
    return Stream.of(
        new AccessDeniedException(DETAILS, "connect:ClaimPhoneNumber"),
        new ChurnLimitException(DETAILS),
        new ConflictException(DETAILS),
        new FlowNotAttachedException(DETAILS, PhoneNumberId.of("id-1")),
        new IdempotencyMismatchException(DETAILS),
        new InvalidRequestException(DETAILS, List.of(new Violation("tag", "no +18005550100"))),
        new JournalException(DETAILS),
        new NotFoundException(DETAILS),
        new NumberTakenException(DETAILS),
        new OperationFailedException(DETAILS, "full: +18005550100", Optional.of(LATER)),
        new OutcomeUnknownException(DETAILS),
        new ReleaseRefusedException(DETAILS, Optional.empty()),
        new ServiceFailureException(DETAILS),
        new StillInProgressException(DETAILS, Reason.DEADLINE),
        new ThrottledException(DETAILS, Optional.of(Duration.ofSeconds(2))),
        new UnexpectedException(DETAILS),
        new UnreachableException(DETAILS));
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void leaf_writtenAndRead_hasEveryFact(PhoneNumberException failure) throws Exception {
    PhoneNumberException read = copy(failure);
    assertThat(read).isExactlyInstanceOf(failure.getClass());
    assertThat(read.getMessage())
        .isEqualTo("no *******0100; try another [ClaimPhoneNumber, 3 calls, request id request-1]");
    assertThat(read.operation()).isEqualTo("ClaimPhoneNumber");
    assertThat(read.advice()).isEqualTo("try another");
    assertThat(read.requestId()).contains("request-1");
    assertThat(read.attempts()).isEqualTo(3);
    assertThat(read.elapsed()).isEqualTo(Duration.ofSeconds(7));
    assertThat(read.retryable()).isTrue();
    assertThat(read.ticket()).contains(TICKET);
    assertThat(read.getCause()).hasMessage("Rate exceeded");
  }

  @Test
  void leaves_own_survive() throws Exception {
    List<PhoneNumberException> read = leaves().map(SerializationTest::copyUnchecked).toList();
    assertThat(only(read, AccessDeniedException.class).iamAction())
        .isEqualTo("connect:ClaimPhoneNumber");
    assertThat(only(read, FlowNotAttachedException.class).numberId())
        .isEqualTo(PhoneNumberId.of("id-1"));
    assertThat(only(read, InvalidRequestException.class).violations())
        .containsExactly(new Violation("tag", "no *******0100"));
    OperationFailedException failed = only(read, OperationFailedException.class);
    assertThat(failed.statusMessage()).isEqualTo("full: *******0100");
    assertThat(failed.retryableUntil()).contains(LATER);
    assertThat(only(read, StillInProgressException.class).reason()).isEqualTo(Reason.DEADLINE);
    assertThat(only(read, ThrottledException.class).retryAfter()).contains(Duration.ofSeconds(2));
  }

  @Test
  void leaves_here_areAllThereAre() {
    assertThat(leaves().map(Object::getClass))
        .isEqualTo(Arrays.asList(PhoneNumberException.class.getPermittedSubclasses()));
  }

  @Test
  void leaf_bare_saysThatNothingWasSent() {
    var bare = new NotFoundException(ErrorDetails.of("DescribePhoneNumber", "gone", "list"));
    assertThat(bare).hasMessage("gone; list [DescribePhoneNumber, nothing sent]").hasNoCause();
    assertThat(bare.requestId()).isEmpty();
    assertThat(bare.ticket()).isEmpty();
    assertThat(bare.retryable()).isFalse();
  }

  private static <T> T only(List<?> all, Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private static PhoneNumberException copyUnchecked(PhoneNumberException failure) {
    try {
      return copy(failure);
    } catch (IOException | ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static PhoneNumberException copy(PhoneNumberException failure)
      throws IOException, ClassNotFoundException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (PhoneNumberException) in.readObject();
    }
  }
}
