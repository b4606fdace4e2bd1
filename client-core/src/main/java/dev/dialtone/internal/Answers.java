package dev.dialtone.internal;

import dev.dialtone.spi.PortException;
import java.util.function.Consumer;

/**
 * A caller made of two functions.
 *
 * @param whenAnswered takes the answer
 * @param whenFailed takes the last failure
 */
record Answers<T>(Consumer<T> whenAnswered, Consumer<PortException> whenFailed)
    implements ApiCall.Caller<T> {
  @Override
  public void answered(T answer) {
    whenAnswered.accept(answer);
  }

  @Override
  public void failed(PortException failure) {
    whenFailed.accept(failure);
  }
}
