package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A part of a search or a list, and where it goes on if it does. */
record Page<T>(List<T> items, Optional<PageToken> next) {

  Reply reply(String listName, Function<T, Map<String, ?>> summary) {
    var page = new LinkedHashMap<String, Object>();
    page.put(listName, items.stream().map(summary).toList());
    next.ifPresent(token -> page.put("NextToken", token.encode()));
    return Reply.of(Answer.ok(page), Disposition.READ);
  }
}
