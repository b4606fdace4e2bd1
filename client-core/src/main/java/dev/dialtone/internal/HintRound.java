package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.LookOut.Watch;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a list, from page to page, for those of whom it may tell something: as far as
 * there are any, and not through more pages than a tenth of them: their turns come round in the
 * meantime.
 */
final class HintRound {
  /** Told how it ended. */
  @FunctionalInterface
  interface End {
    void ended(int pages, @Nullable Throwable failure);
  }

  private final Map<PhoneNumberId, Watch> wanted = new HashMap<>();
  private final Execution<?, ?> any;
  private final Optional<Target> target;
  private final Consumer<Watch> shown;
  private final End end;
  private final int most;
  private int pages;

  HintRound(List<Watch> unhinted, Consumer<Watch> shown, End end) {
    this.shown = shown;
    this.end = end;
    this.most = Math.max(1, unhinted.size() / 10);
    this.any = execution(unhinted.get(0));
    Target its = any.operation().hintedAt();
    boolean allThere =
        unhinted.stream().allMatch(watch -> execution(watch).operation().hintedAt().isSameAs(its));
    this.target = allThere ? Optional.of(its) : Optional.empty();
    for (Watch watch : unhinted) {
      execution(watch).ticket().numberId().ifPresent(id -> wanted.put(id, watch));
    }
  }

  private static Execution<?, ?> execution(Watch watch) {
    return requireNonNull(watch.hinted());
  }

  void begin() {
    read(Optional.empty());
  }

  private void read(Optional<String> token) {
    pages++;
    try {
      any.operation().readHints(any.engine, target, token).whenEnded(this::answered);
    } catch (RuntimeException | Error broken) {
      end.ended(pages, broken);
    }
  }

  private void answered(@Nullable Page<ListedNumber> page, @Nullable Throwable failure) {
    if (page == null) {
      end.ended(pages, failure);
      return;
    }
    try {
      page.items().forEach(this::show);
    } catch (RuntimeException | Error broken) {
      end.ended(pages, broken);
      return;
    }
    if (page.nextToken().isPresent() && !wanted.isEmpty() && pages < most) {
      read(page.nextToken());
    } else {
      end.ended(pages, null);
    }
  }

  private void show(ListedNumber listed) {
    show(listed, listed.id());
    listed.arn().map(arn -> PhoneNumberId.of(arn.text())).ifPresent(id -> show(listed, id));
  }

  private void show(ListedNumber listed, PhoneNumberId id) {
    Watch watch = wanted.get(id);
    if (watch != null && execution(watch).operation().isHintedBy(listed)) {
      wanted.remove(id);
      shown.accept(watch);
    }
  }
}
