package dev.dialtone.internal;

import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.spi.Page;
import java.time.Duration;

/** Counts the pages of one walk, and ends it loudly where it would have no end. */
final class PageBounds {
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_EMPTY_IN_A_ROW = 25;

  private final String operation;
  private int pages;
  private int emptyInARow;

  PageBounds(ReadSpec<?, ?, ?> spec) {
    this.operation = spec.api().name();
  }

  /** Takes note of a page; throws if more is promised than is reasonable. */
  void check(Page<?> page) {
    pages++;
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
