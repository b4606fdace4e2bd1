package dev.dialtone.spi;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param items its items, possibly none although more pages follow
 * @param nextToken names the next page; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> nextToken) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }
}
