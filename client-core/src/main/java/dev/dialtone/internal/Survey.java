package dev.dialtone.internal;

import dev.dialtone.error.AccessDeniedException;
import dev.dialtone.model.E164;
import dev.dialtone.spi.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at many numbers at once, from an {@link Overview}: all who join before it begins share one
 * walk through its pages. Who is not found there, or not shown what he believes, looks for himself,
 * and so do all if the pages cannot be read. After a walk that was of use to nobody there is none
 * for a minute, then two, at most for an hour.
 *
 * <p>Confined to the engine.
 */
final class Survey<S> {
  private static final long LONGEST_REST_MINUTES = 60;

  private record Member<S>(Predicate<S> believed, Consumer<S> shown, Runnable leftOut) {}

  private final Engine engine;
  private final Overview<?, ?, ?, S> overview;
  private final Function<Optional<String>, Task<Page<S>>> pages;
  private Map<E164, List<Member<S>>> joined = new LinkedHashMap<>();
  private boolean underWay;
  private int cost = 1;
  private int inVainInARow;
  private long restsUntil;

  Survey(
      Engine engine,
      Overview<?, ?, ?, S> overview,
      Function<Optional<String>, Task<Page<S>>> pages) {
    this.engine = engine;
    this.overview = overview;
    this.pages = pages;
    this.restsUntil = engine.nanoTime();
  }

  /** Whether the pages cost fewer calls than so many looks, as far as is known. */
  boolean pays(int numbers) {
    return numbers > cost && engine.nanoTime() - restsUntil >= 0;
  }

  /** One of the two is run, later; both must see to their own failures. */
  void join(E164 number, Predicate<S> believed, Consumer<S> shown, Runnable leftOut) {
    joined
        .computeIfAbsent(number, of -> new ArrayList<>(1))
        .add(new Member<>(believed, shown, leftOut));
    if (!underWay) {
      underWay = true;
      engine.inside(this::begin).run();
    }
  }

  private void begin() {
    Map<E164, List<Member<S>>> wanted = joined;
    joined = new LinkedHashMap<>();
    var walk = new Walk(wanted);
    if (pays(wanted.size()) && !engine.isClosed()) {
      walk.read(Optional.empty());
    } else {
      walk.end();
    }
  }

  private void ended() {
    underWay = !joined.isEmpty();
    if (underWay) {
      engine.inside(this::begin).run();
    }
  }

  private void restFor(long minutes) {
    restsUntil = engine.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
  }

  /** From page to page, but not through more of them than the looks that they spare. */
  private final class Walk {
    private final Map<E164, List<Member<S>>> wanted;
    private final PageBounds bounds = new PageBounds(overview.pages());
    private final int most;
    private int read;
    private boolean listed;
    private boolean believed;

    Walk(Map<E164, List<Member<S>>> wanted) {
      this.wanted = wanted;
      this.most = wanted.size();
    }

    void read(Optional<String> token) {
      read++;
      try {
        pages.apply(token).whenEnded(this::answered);
      } catch (RuntimeException | Error broken) {
        inVain(broken);
      }
    }

    private void answered(@Nullable Page<S> page, @Nullable Throwable failure) {
      if (page == null) {
        inVain(failure);
        return;
      }
      try {
        bounds.note(page);
        bounds.check(page);
        page.items().forEach(this::show);
      } catch (RuntimeException | Error broken) {
        inVain(broken);
        return;
      }
      goOn(page.nextToken());
    }

    private void goOn(Optional<String> next) {
      if (!wanted.isEmpty() && next.isPresent() && read < most && !engine.isClosed()) {
        read(next);
        return;
      }
      cost = wanted.isEmpty() || next.isEmpty() ? read : read + 1;
      if (listed && !believed) {
        inVain(null);
      } else {
        inVainInARow = 0;
        end();
      }
    }

    private void show(S item) {
      List<Member<S>> members = wanted.remove(overview.number().apply(item));
      if (members != null) {
        listed = true;
        members.forEach(member -> tell(member, item));
      }
    }

    private void tell(Member<S> member, S item) {
      if (member.believed().test(item)) {
        believed = true;
        member.shown().accept(item);
      } else {
        member.leftOut().run();
      }
    }

    /** Each call that is denied is a line in somebody's audit log: that is tried rarely. */
    private void inVain(@Nullable Throwable failure) {
      restFor(
          failure instanceof AccessDeniedException
              ? LONGEST_REST_MINUTES
              : Math.min(LONGEST_REST_MINUTES, 1L << Math.min(inVainInARow, 6)));
      inVainInARow++;
      end();
    }

    void end() {
      wanted.values().forEach(members -> members.forEach(member -> member.leftOut().run()));
      ended();
    }
  }
}
