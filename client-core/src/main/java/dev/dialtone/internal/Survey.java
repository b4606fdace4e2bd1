package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.E164;
import dev.dialtone.spi.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at many numbers at once, from an {@link Overview}: all who join before it begins share one
 * walk through its pages. Who is not found there, or not told enough, looks for himself, and so do
 * all if the pages cannot be read.
 *
 * <p>Confined to the engine.
 */
final class Survey<S> {
  private record Member<S>(Consumer<S> shown, Runnable leftOut) {}

  private final Engine engine;
  private final Overview<?, ?, ?, S> overview;
  private final Function<Optional<String>, Task<Page<S>>> pages;
  private Map<E164, List<Member<S>>> joined = new LinkedHashMap<>();
  private boolean underWay;
  private boolean useless;
  private int cost = 1;

  Survey(
      Engine engine,
      Overview<?, ?, ?, S> overview,
      Function<Optional<String>, Task<Page<S>>> pages) {
    this.engine = engine;
    this.overview = overview;
    this.pages = pages;
  }

  /** Whether the pages cost fewer calls than so many looks, as far as is known. */
  boolean pays(int numbers) {
    return !useless && numbers > cost;
  }

  /** One of the two is run, later. */
  void join(E164 number, Consumer<S> shown, Runnable leftOut) {
    joined.computeIfAbsent(number, of -> new ArrayList<>(1)).add(new Member<>(shown, leftOut));
    if (!underWay) {
      underWay = true;
      engine.inside(this::begin).run();
    }
  }

  private void begin() {
    Map<E164, List<Member<S>>> wanted = joined;
    joined = new LinkedHashMap<>();
    new Walk(wanted).read(Optional.empty());
  }

  private void ended() {
    underWay = !joined.isEmpty();
    if (underWay) {
      engine.inside(this::begin).run();
    }
  }

  /** From page to page, but not through more of them than the looks that they spare. */
  private final class Walk {
    private final Map<E164, List<Member<S>>> wanted;
    private final int most;
    private int read;
    private boolean listed;
    private boolean told;

    Walk(Map<E164, List<Member<S>>> wanted) {
      this.wanted = wanted;
      this.most = wanted.size();
    }

    void read(Optional<String> token) {
      if (engine.isClosed()) {
        end();
        return;
      }
      read++;
      pages.apply(token).whenEnded(this::answered);
    }

    private void answered(@Nullable Page<S> page, @Nullable Throwable failure) {
      if (page == null) {
        useless |= failure instanceof PhoneNumberException known && !known.retryable();
        end();
        return;
      }
      page.items().forEach(this::show);
      if (wanted.isEmpty() || page.nextToken().isEmpty()) {
        cost = read;
        end();
      } else if (read == most) {
        cost = read + 1;
        end();
      } else {
        read(page.nextToken());
      }
    }

    private void show(S item) {
      List<Member<S>> members = wanted.remove(overview.number().apply(item));
      if (members != null) {
        boolean tells = overview.tells().test(item);
        listed = true;
        told |= tells;
        members.forEach(member -> tell(member, tells, item));
      }
    }

    private void tell(Member<S> member, boolean tells, S item) {
      if (tells) {
        member.shown().accept(item);
      } else {
        member.leftOut().run();
      }
    }

    private void end() {
      useless |= listed && !told;
      wanted.values().forEach(members -> members.forEach(member -> member.leftOut().run()));
      ended();
    }
  }
}
