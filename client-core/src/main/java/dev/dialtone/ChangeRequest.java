package dev.dialtone;

import dev.dialtone.internal.Rules;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change of a number that is there already, with nothing more to say but a deadline. What is
 * there is read first: a number that is busy is waited for, one that is as wanted is not touched.
 *
 * <p>Immutable: each method gives a new request.
 */
public final class ChangeRequest<T> implements Request<T> {
  private final Function<Optional<Duration>, Operation<T>> starter;
  private final Optional<Duration> deadline;

  private ChangeRequest(
      Function<Optional<Duration>, Operation<T>> starter, Optional<Duration> deadline) {
    this.starter = starter;
    this.deadline = deadline;
  }

  static <T> ChangeRequest<T> startedBy(Function<Optional<Duration>, Operation<T>> starter) {
    return new ChangeRequest<>(starter, Optional.empty());
  }

  /**
   * Ends the operation so long after {@link #start()}, waiting for quota included. Default: 24
   * hours after the first byte sent.
   */
  public ChangeRequest<T> deadline(Duration fromStart) {
    return new ChangeRequest<>(starter, Optional.of(Rules.positive("deadline", fromStart)));
  }

  @Override
  public Operation<T> start() {
    return starter.apply(deadline);
  }
}
