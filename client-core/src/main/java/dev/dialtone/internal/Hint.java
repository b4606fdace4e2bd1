package dev.dialtone.internal;

import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort.Listing;
import dev.dialtone.spi.Page;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A listing that may show of many numbers at once which have changed. Nobody outside AWS knows
 * whether it does so early, late or never: it only says whom to look at next.
 *
 * @param pages reads one page
 * @param target where an operation's number is to be listed
 * @param isIt whether an item shows what the operation waits for
 * @param <X> the port
 * @param <P> the operation's parameters
 */
record Hint<X, P>(
    ReadSpec<X, Listing, Page<ListedNumber>> pages,
    Function<P, Target> target,
    BiPredicate<P, ListedNumber> isIt) {
  private static final int MOST_IN_A_PAGE = 1_000;

  /** Begins to read a page: of that target, or of the whole Region. */
  Task<Page<ListedNumber>> read(
      Engine engine, Scope<X> scope, Optional<Target> at, Optional<String> token) {
    var page = new Listing(at, Set.of(), Set.of(), Optional.empty(), MOST_IN_A_PAGE, token);
    return engine.begin(new ReadTask<>(engine, pages, scope, page).asLook());
  }
}
