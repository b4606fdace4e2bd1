package dev.dialtone.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which page a request asks for, by MaxResults and NextToken, and how large it may be. */
record PageRequest(int size, PageToken start) {

  /** MaxResults is within its bounds: the operation's shape says which. */
  static PageRequest in(Members members, String kind, int defaultSize) {
    PageToken start =
        members
            .text("NextToken")
            .map(token -> PageToken.decode(kind, token))
            .orElse(PageToken.start(kind));
    return new PageRequest(members.integer("MaxResults").orElse(defaultSize), start);
  }

  /** The page out of all that there is; empty for the first pages, if faults say so. */
  <T extends Placed> Page<T> of(Stream<T> all, int emptyPages) {
    if (start.emptyPages() < emptyPages) {
      return new Page<>(List.of(), Optional.of(start.afterEmptyPage()));
    }
    List<T> found = all.filter(item -> item.place() >= start.place()).limit(size + 1L).toList();
    return new Page<>(
        found.stream().limit(size).toList(),
        found.stream().skip(size).findFirst().map(start::from));
  }
}
