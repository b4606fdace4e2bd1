package dev.dialtone.testing;

import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort.Listing;
import dev.dialtone.spi.ConnectPort.Search;
import dev.dialtone.spi.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads that come in pages. Not thread-safe. */
final class Listings {
  private final ConnectWorld world;
  int emptyPages;
  Predicate<ConnectNumber> shown = number -> true;

  Listings(ConnectWorld world) {
    this.world = world;
  }

  Page<AvailableNumber> search(Search search) {
    world.places().known(search.target());
    List<AvailableNumber> found =
        world.inventory().stream()
            .filter(number -> number.country().filter(search.country()::equals).isPresent())
            .filter(number -> number.type().filter(search.type()::equals).isPresent())
            .filter(number -> number.number().value().startsWith(search.prefix().orElse("")))
            .toList();
    return page(found, search.nextToken(), search.maxResults());
  }

  Page<ListedNumber> list(Listing listing) {
    Optional<Target> target = listing.target().map(world.places()::known);
    List<ListedNumber> found =
        world.visible().stream()
            .filter(number -> !number.status().equals(NumberStatus.FAILED))
            .filter(shown)
            .filter(number -> target.map(number::isAt).orElse(true))
            .filter(number -> isIn(listing.countries(), number.country()))
            .filter(number -> isIn(listing.types(), number.type()))
            .filter(number -> number.number().value().startsWith(listing.prefix().orElse("")))
            .map(Listings::listed)
            .toList();
    return page(found, listing.nextToken(), listing.maxResults());
  }

  private static <T> boolean isIn(Set<T> wanted, Optional<T> value) {
    return wanted.isEmpty() || value.filter(wanted::contains).isPresent();
  }

  private static ListedNumber listed(ConnectNumber number) {
    return new ListedNumber(
        number.id(),
        number.arn(),
        number.number(),
        number.country(),
        number.type(),
        number.target(),
        number.description(),
        number.sourceArn());
  }

  private <T> Page<T> page(List<T> found, Optional<String> token, int size) {
    int page = token.map(Integer::parseInt).orElse(0);
    if (page < emptyPages) {
      return new Page<>(List.of(), Optional.of(String.valueOf(page + 1)));
    }
    int from = Math.min(found.size(), (page - emptyPages) * size);
    int to = Math.min(found.size(), from + size);
    return new Page<>(
        found.subList(from, to),
        to < found.size() ? Optional.of(String.valueOf(page + 1)) : Optional.empty());
  }
}
