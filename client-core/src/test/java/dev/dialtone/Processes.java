package dev.dialtone;

import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ChimeVoicePort;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.OperationJournal;
import dev.dialtone.spi.Timer;
import dev.dialtone.testing.InMemoryChime;
import dev.dialtone.testing.InMemoryConnect;
import dev.dialtone.testing.RecordingJournal;
import dev.dialtone.testing.VirtualTimer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Processes that share a service, a journal and virtual time, and can be killed. */
final class Processes {
  static final E164 NUMBER = E164.of("+18005550100");
  static final E164 NAMED = E164.of("+12065550100");

  final VirtualTimer timer = new VirtualTimer();
  final InMemoryConnect connect = new InMemoryConnect(timer);
  final InMemoryChime chime = new InMemoryChime(timer);
  final OperationJournal journal = new RecordingJournal();
  final Target.Instance instance = connect.addInstance(1_000);
  final Target.Instance other = connect.addInstance(1_000);
  final ContactFlow flow = connect.addFlow(instance);

  Processes() {
    connect.offer(NUMBER);
    chime.add(NAMED);
  }

  /** One process. Nothing that it does after its death has an effect, or reaches anybody. */
  static final class Client {
    final PhoneNumbers numbers;
    private final AtomicBoolean dead;

    private Client(PhoneNumbers numbers, AtomicBoolean dead) {
      this.numbers = numbers;
      this.dead = dead;
    }

    void kill() {
      dead.set(true);
    }
  }

  Client start() {
    return start(UnaryOperator.identity());
  }

  Client start(UnaryOperator<PhoneNumbers.Builder> settings) {
    var dead = new AtomicBoolean();
    PhoneNumbers numbers =
        settings
            .apply(
                PhoneNumbers.builder()
                    .connect(mortal(ConnectPort.class, connect, dead))
                    .chime(mortal(ChimeVoicePort.class, chime, dead))
                    .journal(mortal(OperationJournal.class, journal, dead))
                    .timer(mortalTimer(dead))
                    .executor(Runnable::run))
            .build();
    return new Client(numbers, dead);
  }

  /** A number that was claimed long ago by a process that has ended. */
  PhoneNumberId claimed() {
    Client early = start();
    Operation<?> claim = early.numbers.claim(NUMBER).to(instance).start();
    advance(Duration.ofHours(3));
    early.kill();
    connect.forgetCalls();
    return claim.ticket().numberId().orElseThrow();
  }

  void advance(Duration time) {
    timer.advance(time);
  }

  void seconds(long seconds) {
    advance(Duration.ofSeconds(seconds));
  }

  private static <T> T mortal(Class<T> seam, T real, AtomicBoolean dead) {
    return seam.cast(
        Proxy.newProxyInstance(
            seam.getClassLoader(),
            new Class<?>[] {seam},
            (proxy, method, arguments) -> {
              if (!CompletionStage.class.isAssignableFrom(method.getReturnType())) {
                return method.invoke(real, arguments);
              }
              var answer = new CompletableFuture<Object>();
              if (!dead.get()) {
                deliver(real, method, arguments, answer, dead);
              }
              return answer;
            }));
  }

  private static void deliver(
      Object real,
      java.lang.reflect.Method method,
      Object[] arguments,
      CompletableFuture<Object> answer,
      AtomicBoolean dead)
      throws IllegalAccessException, InvocationTargetException {
    ((CompletionStage<?>) method.invoke(real, arguments))
        .whenComplete(
            (value, failure) -> {
              if (dead.get()) {
                return;
              }
              if (failure == null) {
                answer.complete(value);
              } else {
                answer.completeExceptionally(failure);
              }
            });
  }

  private Timer mortalTimer(AtomicBoolean dead) {
    return new Timer() {
      @Override
      public Instant now() {
        return timer.now();
      }

      @Override
      public long nanoTime() {
        return timer.nanoTime();
      }

      @Override
      public Timeout after(Duration delay, Runnable task) {
        return timer.after(
            delay,
            () -> {
              if (!dead.get()) {
                task.run();
              }
            });
      }

      @Override
      public void close() {}
    };
  }
}
