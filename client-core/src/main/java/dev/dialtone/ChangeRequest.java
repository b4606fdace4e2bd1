package dev.dialtone;

import java.time.Duration;
import java.util.function.Function;

/**
 * A change of a number that is there already, with nothing more to say but a deadline. What is
 * there is read first: a number that is busy is waited for, one that is as wanted is not touched.
 *
 * <p>Immutable: each method gives a new request.
 */
public final class ChangeRequest<T> implements Request<T> {
  private final Function<Choices, Operation<T>> starter;
  private final Choices choices;

  private ChangeRequest(Function<Choices, Operation<T>> starter, Choices choices) {
    this.starter = starter;
    this.choices = choices;
  }

  static <T> ChangeRequest<T> startedBy(Function<Choices, Operation<T>> starter) {
    return new ChangeRequest<>(starter, Choices.NONE);
  }

  /**
   * Ends the operation so long after {@link #start()}, waiting for quota included. If others
   * already wait for quota for longer than that, it ends at once. Default: 24 hours after the first
   * byte sent.
   */
  public ChangeRequest<T> deadline(Duration fromStart) {
    return new ChangeRequest<>(starter, choices.deadline(fromStart));
  }

  /**
   * Makes it the same operation, with the same token, whenever and wherever it is started with this
   * key, 1 to 256 characters: in this process it is then followed once, and after a crash it goes
   * on. The key counts within account, Region and kind of operation. With other parameters it is
   * refused before anything is sent, where the journal knows the key. Default: each start is a new
   * operation.
   */
  public ChangeRequest<T> idempotencyKey(String key) {
    return new ChangeRequest<>(starter, choices.idempotencyKey(key));
  }

  @Override
  public Operation<T> start() {
    return starter.apply(choices);
  }
}
