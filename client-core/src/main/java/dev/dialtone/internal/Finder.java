package dev.dialtone.internal;

import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Looks in a listing for what a call may have made: a call without an answer told no id.
 *
 * @param pages reads one page
 * @param first the first page to look in
 * @param at the page of a token
 * @param isIt whether an item is the number that the operation is about
 * @param asWanted whether it is where the operation wants it
 * @param id its id
 * @param <X> the port
 * @param <L> the page asked for
 * @param <P> the operation's parameters
 * @param <T> an item
 */
record Finder<X, L, P, T>(
    ReadSpec<X, L, Page<T>> pages,
    Function<P, L> first,
    BiFunction<L, Optional<String>, L> at,
    BiPredicate<P, T> isIt,
    BiPredicate<P, T> asWanted,
    Function<T, PhoneNumberId> id) {

  /**
   * A number that is there.
   *
   * @param id its id
   * @param asWanted whether it is where the operation wants it
   */
  record Found(PhoneNumberId id, boolean asWanted) {}

  /** Looks; the task's answer has one item at most. */
  Task<List<T>> look(Engine engine, Scope<X> scope, P parameters) {
    L begin = first.apply(parameters);
    return new PageWalk<>(
            engine,
            pages,
            scope,
            begin,
            token -> at.apply(begin, token),
            item -> isIt.test(parameters, item))
        .first(1);
  }

  Optional<Found> found(P parameters, List<T> items) {
    return items.stream()
        .map(item -> new Found(id.apply(item), asWanted.test(parameters, item)))
        .findFirst();
  }
}
