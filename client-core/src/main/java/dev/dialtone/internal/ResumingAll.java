package dev.dialtone.internal;

import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.Timer.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes everything that is open in the journal and followed by nobody. What another process seems
 * to have is looked at again when its lease must have been renewed: if it was not, that process is
 * gone.
 */
final class ResumingAll extends Task<List<Execution<?, ?>>> {
  private static final long MARGIN_MILLIS = 100;
  private static final ApiOperation API = new ApiOperation("dialtone", "ResumeAll");

  private final Predicate<Ticket> ours;
  private final Function<Recorded, Optional<Execution<?, ?>>> maker;
  private final List<Execution<?, ?>> resumed = new ArrayList<>();
  private boolean again;
  private @Nullable Timeout pause;

  ResumingAll(
      Engine engine, Predicate<Ticket> ours, Function<Recorded, Optional<Execution<?, ?>>> maker) {
    super(engine);
    this.ours = ours;
    this.maker = maker;
  }

  @Override
  ApiOperation api() {
    return API;
  }

  @Override
  String subject() {
    return "resuming of all open operations";
  }

  @Override
  void begin() {
    on(engine.journal().takeOpen(ours), this::taken);
  }

  private void taken(List<Recorded> open) {
    for (Recorded each : open) {
      if (engine.journal().has(each) && !engine.follows(each.ticket().id())) {
        maker.apply(each).map(engine::followOrBegin).ifPresent(resumed::add);
      }
    }
    if (again || open.stream().allMatch(engine.journal()::has)) {
      succeed(List.copyOf(resumed));
    } else {
      again = true;
      pause =
          engine
              .timer()
              .after(
                  engine.journal().lease().plusMillis(MARGIN_MILLIS),
                  engine.inside(this, this::begin));
    }
  }

  private <T> void on(CompletionStage<T> answer, Consumer<T> then) {
    answer.whenComplete(
        (value, failure) ->
            engine
                .inside(
                    this,
                    () -> {
                      if (isDone()) {
                        return;
                      }
                      if (failure == null) {
                        then.accept(value);
                      } else {
                        fail(Failures.journal(this, failure));
                      }
                    })
                .run());
  }

  @Override
  void stop(Reason reason) {
    if (pause != null) {
      pause.cancel();
    }
    if (!isDone()) {
      fail(still(reason));
    }
  }

  @Override
  String standing() {
    return "waiting for the journal";
  }

  @Override
  int attempts(ApiOperation of) {
    return 0;
  }

  @Override
  Optional<Ticket> currentTicket() {
    return Optional.empty();
  }
}
