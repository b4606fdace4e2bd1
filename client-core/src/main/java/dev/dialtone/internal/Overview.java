package dev.dialtone.internal;

import dev.dialtone.model.E164;
import dev.dialtone.spi.Page;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A listing whose items show what a look shows, of many numbers at once. It may lag behind looks,
 * and leave out what they tell; so each item is believed only where no harm comes of that.
 *
 * @param pages reads one page
 * @param first the first page
 * @param at the page of a token
 * @param subject the number that an operation is about
 * @param number the number that an item is about
 * @param beforehand whether an item is believed before the call
 * @param afterwards whether an item is believed once the call may have been taken
 * @param <X> the port
 * @param <L> the page asked for
 * @param <P> the operation's parameters
 * @param <S> what a look sees
 */
record Overview<X, L, P, S>(
    ReadSpec<X, L, Page<S>> pages,
    Function<X, L> first,
    BiFunction<L, Optional<String>, L> at,
    Function<P, E164> subject,
    Function<S, E164> number,
    BiPredicate<P, S> beforehand,
    BiPredicate<P, S> afterwards) {

  /** Reads the page of that token, or the first. */
  Task<Page<S>> read(Engine engine, Scope<X> scope, Optional<String> token) {
    L begin = first.apply(scope.port());
    return engine.read(pages, scope, token.isEmpty() ? begin : at.apply(begin, token));
  }
}
