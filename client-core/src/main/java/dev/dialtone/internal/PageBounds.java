package dev.dialtone.internal;

import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.spi.Page;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Counts the pages of one walk, and ends it loudly where it would have no end. */
final class PageBounds {
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_EMPTY_IN_A_ROW = 25;

  private final String operation;
  private final Set<String> tokens = new HashSet<>();
  private int pages;
  private int emptyInARow;

  PageBounds(ReadSpec<?, ?, ?> spec) {
    this.operation = spec.api().name();
  }

  /** Takes note of a page; throws if it is one that was there before. */
  void note(Page<?> page) {
    pages++;
    if (page.nextToken().isPresent() && !tokens.add(page.nextToken().get())) {
      throw endless("a page promises a page that was there before");
    }
  }

  /** Another page is wanted; throws if more is promised than is reasonable. */
  void check(Page<?> page) {
    emptyInARow = page.items().isEmpty() ? emptyInARow + 1 : 0;
    if (page.nextToken().isEmpty()) {
      return;
    }
    if (emptyInARow >= MOST_EMPTY_IN_A_ROW) {
      throw endless(emptyInARow + " empty pages in a row each promised more");
    }
    if (pages >= MOST_PAGES) {
      throw endless(pages + " pages, and more are promised");
    }
  }

  private UnexpectedException endless(String what) {
    return new UnexpectedException(
        ErrorDetails.of(operation, what, "narrow the search, or read fewer")
            .withEffort(pages, Duration.ZERO));
  }
}
