package dev.dialtone.examples;

import dev.dialtone.Operation;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One operation of the tour, and how it should end. */
final class Wish {
  /** It should end well. */
  static final Class<?> DONE = ConnectNumber.class;

  private final String name;
  private final String story;
  private final Operation<ConnectNumber> operation;
  private final Class<?> expected;
  private final Chronicle chronicle;
  private final double startedAt;
  private double seconds;
  private @Nullable Object end;

  Wish(
      String name,
      String story,
      Operation<ConnectNumber> operation,
      Class<?> expected,
      Chronicle chronicle) {
    this.name = name;
    this.story = story;
    this.operation = operation;
    this.expected = expected;
    this.chronicle = chronicle;
    this.startedAt = chronicle.seconds();
  }

  void await() {
    if (end != null) {
      return;
    }
    try {
      end = operation.await(Duration.ofMinutes(1));
    } catch (PhoneNumberException failure) {
      end = failure;
      chronicle.say(name, failure.getMessage());
    }
    seconds = chronicle.seconds() - startedAt;
  }

  /** Waits until its call has been on the wire. */
  void awaitSent() {
    var sent = new CountDownLatch(1);
    operation.onProgress(
        progress -> {
          if (progress.stage().compareTo(Stage.SENDING) > 0) {
            sent.countDown();
          }
        });
    try {
      sent.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  Optional<ConnectNumber> result() {
    await();
    return end instanceof ConnectNumber number ? Optional.of(number) : Optional.empty();
  }

  boolean endedAsItShould() {
    return expected.isInstance(end);
  }

  /** A row of the table. */
  String row() {
    return String.format(
        "%-18s %-20s %5d %5d %6.1f s  %-26s %s",
        name,
        story,
        operation.progress().attempts(),
        operation.progress().looks(),
        seconds,
        end instanceof ConnectNumber ? "CLAIMED, verified" : kind(),
        endedAsItShould() ? "as it should" : "WRONG");
  }

  private String kind() {
    return end == null ? "unfinished" : end.getClass().getSimpleName();
  }
}
