package dev.dialtone.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The numbers of one namespace of Amazon Chime. Not thread-safe; the world guards it. */
final class ChimeNumberBook {
  private final List<ChimeNumber> inOrder = new ArrayList<>();
  private final Map<String, ChimeNumber> byNumber = new HashMap<>();
  private final AsBuilt<ChimeNumber> built = new AsBuilt<>(byNumber);

  void add(ProvisionedNumber number, Instant now) {
    Arguments.require(
        !byNumber.containsKey(number.number()), number.number() + " is already there");
    var added = new ChimeNumber(inOrder.size(), number, now);
    inOrder.add(added);
    byNumber.put(number.number(), added);
  }

  /** By what a path carries, once decoded: the number itself, and not the id of a response. */
  ChimeNumber inPath(String number) {
    ChimeNumber found = byNumber.get(number);
    if (found == null) {
      throw notFound(number);
    }
    return found;
  }

  /** By the id of a response, which is what AWS's examples put into bodies. */
  ChimeNumber inBody(String id) {
    if (!id.startsWith("%2B")) {
      throw notFound(id);
    }
    return inPath("+" + id.substring(3));
  }

  /** From this place on, in the order of adding. */
  Stream<SeenChimeNumber> seen(int place, ReadTime time) {
    return inOrder.subList(Math.min(place, inOrder.size()), inOrder.size()).stream()
        .map(number -> number.seenAt(time));
  }

  List<ProvisionedNumber> at(Instant now) {
    return inOrder.stream().map(number -> number.at(now)).toList();
  }

  void markAsBuilt() {
    built.mark();
  }

  void reset() {
    built.restore();
    inOrder.subList(byNumber.size(), inOrder.size()).clear();
    inOrder.forEach(ChimeNumber::reset);
  }

  private static AwsError notFound(String id) {
    return AwsError.resourceNotFound("Phone number not found: " + id);
  }
}
