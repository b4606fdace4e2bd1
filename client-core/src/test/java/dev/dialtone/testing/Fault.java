package dev.dialtone.testing;

import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What goes wrong with one request: it decides whether and when there is an effect and a reply. */
@FunctionalInterface
public interface Fault {
  /** Answers in place of the service; {@code effect} does what was asked, once. */
  <T> CompletionStage<T> answer(Supplier<CompletionStage<T>> effect, Call call, Timer timer);

  /** Nothing goes wrong. */
  static Fault none() {
    return new Fault() {
      @Override
      public <T> CompletionStage<T> answer(
          Supplier<CompletionStage<T>> effect, Call call, Timer timer) {
        return effect.get();
      }
    };
  }

  /** The request fails so, without effect. */
  static Fault failing(PortException failure) {
    return foreign(failure);
  }

  /** The port fails its stage with anything, which its contract forbids. */
  static Fault foreign(Throwable failure) {
    return new Fault() {
      @Override
      public <T> CompletionStage<T> answer(
          Supplier<CompletionStage<T>> effect, Call call, Timer timer) {
        return CompletableFuture.failedFuture(failure);
      }
    };
  }

  /** The port throws at its caller, which its contract forbids. */
  static Fault throwing(RuntimeException failure) {
    return new Fault() {
      @Override
      public <T> CompletionStage<T> answer(
          Supplier<CompletionStage<T>> effect, Call call, Timer timer) {
        throw failure;
      }
    };
  }

  /** The port throws an error at its caller, for example because a class is missing. */
  static Fault throwing(Error failure) {
    return new Fault() {
      @Override
      public <T> CompletionStage<T> answer(
          Supplier<CompletionStage<T>> effect, Call call, Timer timer) {
        throw failure;
      }
    };
  }

  /** The port answers with this stage, which may break its contract; there is no effect. */
  static Fault answering(CompletionStage<?> stage) {
    return new Fault() {
      @Override
      @SuppressWarnings("unchecked") // What is asked for and what comes may well differ.
      public <T> CompletionStage<T> answer(
          Supplier<CompletionStage<T>> effect, Call call, Timer timer) {
        return (CompletionStage<T>) stage;
      }
    };
  }

  /** The request takes effect, and the reply is lost. */
  static Fault replyLost() {
    return new Fault() {
      @Override
      public <T> CompletionStage<T> answer(
          Supplier<CompletionStage<T>> effect, Call call, Timer timer) {
        var unusedReply = effect.get();
        return CompletableFuture.failedFuture(noReply());
      }
    };
  }

  /** The request is lost on its way: the client cannot tell it from a lost reply. */
  static Fault requestLost() {
    return foreign(noReply());
  }

  /** The request takes effect; there is no answer until its time-out is over. */
  static Fault silent() {
    return new Fault() {
      @Override
      public <T> CompletionStage<T> answer(
          Supplier<CompletionStage<T>> effect, Call call, Timer timer) {
        return late(call.timeout(), replyLost()).answer(effect, call, timer);
      }
    };
  }

  /** The effect comes at once, the answer so much later. */
  static Fault late(Duration delay) {
    return late(delay, none());
  }

  /** The answer of another fault, so much later. */
  static Fault late(Duration delay, Fault then) {
    return new Fault() {
      @Override
      public <T> CompletionStage<T> answer(
          Supplier<CompletionStage<T>> effect, Call call, Timer timer) {
        var late = new CompletableFuture<T>();
        CompletionStage<T> answer = then.answer(effect, call, timer);
        timer.after(delay, () -> Hold.pass(answer, late));
        return late;
      }
    };
  }

  private static PortException noReply() {
    return PortException.of(Kind.NO_REPLY, Reached.MAYBE, "Connection reset by peer")
        .retryable()
        .build();
  }
}
