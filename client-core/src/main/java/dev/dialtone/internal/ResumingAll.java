package dev.dialtone.internal;

import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes everything that is open in the journal and followed by nobody. What another process seems
 * to have is looked at again when its lease must have been renewed: if it was not, that process is
 * gone.
 */
final class ResumingAll extends Task<List<Execution<?, ?>>> {
  private static final ApiOperation API = new ApiOperation("dialtone", "ResumeAll");

  private final Function<Recorded, Optional<Execution<?, ?>>> maker;
  private final List<Execution<?, ?>> resumed = new ArrayList<>();
  private final Map<String, Instant> othersUntil = new HashMap<>();
  private int asked;
  private boolean again;
  private @Nullable Timeout pause;

  ResumingAll(Engine engine, Function<Recorded, Optional<Execution<?, ?>>> maker) {
    super(engine, API, "resuming of all open operations");
    this.maker = maker;
  }

  @Override
  void begin() {
    on(engine.journal().open(), this::take);
  }

  private void take(List<Recorded> open) {
    asked = 1;
    for (Recorded each : open) {
      boolean othersStill =
          each.owner().isPresent()
              && !each.leaseUntil().equals(othersUntil.get(each.ticket().id()));
      if (engine.follows(each.ticket().id()) || (again && othersStill)) {
        continue;
      }
      maker
          .apply(each)
          .ifPresent(
              execution -> {
                asked++;
                if (each.owner().isPresent() && !again) {
                  othersUntil.put(each.ticket().id(), each.leaseUntil());
                }
                on(engine.journal().take(each.ticket().id()), this::taken);
              });
    }
    answered();
  }

  private void taken(Optional<Recorded> known) {
    known
        .filter(engine.journal()::has)
        .ifPresent(
            ours -> {
              othersUntil.remove(ours.ticket().id());
              if (ours.end().isEmpty() && !engine.follows(ours.ticket().id())) {
                maker.apply(ours).ifPresent(it -> resumed.add(engine.followOrBegin(it)));
              }
            });
    answered();
  }

  private void answered() {
    asked--;
    if (asked > 0 || isDone()) {
      return;
    }
    if (othersUntil.isEmpty() || again) {
      succeed(List.copyOf(resumed));
    } else {
      again = true;
      Duration lease = engine.journal().seam().lease();
      pause = engine.timer().after(lease.plusMillis(100), engine.inside(this, this::begin));
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
