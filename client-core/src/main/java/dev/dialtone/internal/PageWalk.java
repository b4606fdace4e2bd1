package dev.dialtone.internal;

import dev.dialtone.spi.Page;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A listing, page by page, only as far as it is read, and never without bounds: the service may
 * send empty pages that promise more.
 */
public final class PageWalk<X, P, T> {
  /** A page ends by its own deadline; this only covers the wait for quota before it. */
  private static final Duration PAGE_PATIENCE = Duration.ofDays(1);

  private final Engine engine;
  private final ReadSpec<X, P, Page<T>> spec;
  private final Scope<X> scope;
  private final P first;
  private final Function<Optional<String>, P> at;
  private final Predicate<T> wanted;

  /**
   * A walk that begins with {@code first}; {@code at} gives the page of a token, and of its items
   * only those are told that are wanted.
   */
  public PageWalk(
      Engine engine,
      ReadSpec<X, P, Page<T>> spec,
      Scope<X> scope,
      P first,
      Function<Optional<String>, P> at,
      Predicate<T> wanted) {
    this.engine = engine;
    this.spec = spec;
    this.scope = scope;
    this.first = first;
    this.at = at;
    this.wanted = wanted;
  }

  /** The first so many items, asynchronously. */
  public Task<List<T>> first(int count) {
    return engine.begin(new FirstTask<>(engine, this, count));
  }

  /** All items; blocks its reader page by page. */
  public Stream<T> stream() {
    return StreamSupport.stream(new Pages(), false);
  }

  Stream<T> wanted(Page<T> page) {
    return page.items().stream().filter(wanted);
  }

  P firstPage() {
    return first;
  }

  P page(String token) {
    return at.apply(Optional.of(token));
  }

  ReadSpec<X, P, Page<T>> spec() {
    return spec;
  }

  Scope<X> scope() {
    return scope;
  }

  /** Never splits, so that a parallel stream asks for no page twice and none in vain. */
  private final class Pages extends Spliterators.AbstractSpliterator<T> {
    private final PageBounds bounds = new PageBounds(spec);
    private Iterator<T> items = List.<T>of().iterator();
    private Optional<P> next = Optional.of(first);

    Pages() {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      while (!items.hasNext()) {
        if (next.isEmpty()) {
          return false;
        }
        Page<T> page = engine.read(spec, scope, next.get()).await(PAGE_PATIENCE);
        bounds.note(page);
        bounds.check(page);
        items = wanted(page).iterator();
        next = page.nextToken().map(PageWalk.this::page);
      }
      action.accept(items.next());
      return true;
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
      return null;
    }
  }
}
