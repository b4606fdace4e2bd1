package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first items of a listing: one page after the other, without a thread. */
final class FirstTask<X, P, T> extends Task<List<T>> {
  private final PageWalk<X, P, T> walk;
  private final PageBounds bounds;
  private final int count;
  private final List<T> found = new ArrayList<>();
  private @Nullable ReadTask<X, P, Page<T>> reading;
  private int pages;

  FirstTask(Engine engine, PageWalk<X, P, T> walk, int count) {
    super(engine);
    this.walk = walk;
    this.bounds = new PageBounds(walk.spec());
    this.count = count;
  }

  @Override
  void begin() {
    read(walk.firstPage());
  }

  private void read(P page) {
    pages++;
    reading = new ReadTask<>(engine, walk.spec(), walk.scope(), page);
    reading.whenEnded(
        (answer, failure) -> engine.guarded(this, () -> ended(answer, failure)).run());
    reading.begin();
  }

  private void ended(@Nullable Page<T> answer, @Nullable Throwable failure) {
    if (answer != null) {
      add(answer);
    } else if (failure instanceof PhoneNumberException known) {
      fail(known);
    }
  }

  private void add(Page<T> page) {
    try {
      bounds.note(page);
      walk.wanted(page).limit(count - found.size()).forEach(found::add);
      if (found.size() == count || page.nextToken().isEmpty()) {
        succeed(List.copyOf(found));
        return;
      }
      bounds.check(page);
    } catch (PhoneNumberException endless) {
      fail(endless);
      return;
    }
    read(walk.page(page.nextToken().get()));
  }

  @Override
  void stop(Reason reason) {
    if (isDone()) {
      return;
    }
    if (reading == null) {
      fail(still(reason));
    } else {
      reading.stop(reason);
    }
  }

  @Override
  ApiOperation api() {
    return walk.spec().api();
  }

  @Override
  String subject() {
    return walk.spec().subject().apply(walk.firstPage());
  }

  @Override
  String standing() {
    return "at page " + pages;
  }

  @Override
  int attempts(ApiOperation of) {
    return reading == null ? 0 : reading.attempts(of);
  }

  @Override
  Optional<Ticket> currentTicket() {
    return Optional.empty();
  }
}
