package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.PortException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A single read with its repeats. */
final class ReadTask<X, P, T> extends Task<T> implements ApiCall.Caller<T> {
  /** From the first byte sent; bounds what a service may ask to wait before a repeat. */
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final ReadSpec<X, P, T> spec;
  private final P parameters;
  private final Deadline deadline;
  private final ApiCall<T> call;

  ReadTask(Engine engine, ReadSpec<X, P, T> spec, Scope<X> scope, P parameters) {
    super(engine);
    this.spec = spec;
    this.parameters = parameters;
    deadline = new Deadline(this, DEADLINE);
    call =
        new ApiCall<>(
            this,
            scope.key(spec.api()),
            logged().toString(),
            deadline,
            attempt -> spec.calls().send(scope.port(), parameters, attempt),
            this);
  }

  /** Only for what can do without: once, and behind all calls. */
  ReadTask<X, P, T> asLook() {
    call.once().behindCalls();
    return this;
  }

  /** A read has no token; this stands for it in logs, and may be guessed. */
  private static UUID logged() {
    RandomGenerator random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong());
  }

  @Override
  void begin() {
    call.begin();
  }

  @Override
  public void answered(T answer) {
    if (!isDone()) {
      deadline.stop();
      succeed(requireNonNull(answer, "no answer"));
    }
  }

  @Override
  public void failed(PortException failure) {
    if (!isDone()) {
      deadline.stop();
      fail(CallFailures.of(this, api(), failure));
    }
  }

  @Override
  void stop(Reason reason) {
    if (isDone()) {
      return;
    }
    deadline.stop();
    call.stop();
    @Nullable PortException last = call.lastFailure();
    PhoneNumberException end =
        reason == Reason.DEADLINE && last != null
            ? CallFailures.of(this, api(), last)
            : still(reason);
    fail(end);
  }

  @Override
  ApiOperation api() {
    return spec.api();
  }

  @Override
  String subject() {
    return spec.subject().apply(parameters);
  }

  @Override
  String standing() {
    return call.attempts() == 0 ? "waiting for quota" : "unanswered";
  }

  @Override
  int attempts(ApiOperation of) {
    return call.attempts();
  }

  @Override
  Optional<Ticket> currentTicket() {
    return Optional.empty();
  }
}
