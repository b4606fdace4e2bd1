package dev.dialtone.testkit;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request that came before a token bucket had a permit for it. */
record QuotaBreach(List<RecordedRequest> requests, List<Early> early, int burst) {

  /** Which one, and by how much. */
  record Early(int index, Duration by) {}

  /** What a full bucket says to them, as they arrived; one that comes too early takes no permit. */
  static Optional<QuotaBreach> in(
      List<RecordedRequest> recorded, double requestsPerSecond, int burst) {
    Arguments.require(requestsPerSecond > 0 && burst > 0, "expected a rate and a burst above zero");
    // They are recorded when they are answered.
    List<RecordedRequest> requests =
        recorded.stream().sorted(comparing(RecordedRequest::at)).toList();
    var bucket = new TokenBucket(requestsPerSecond, burst);
    var early = new ArrayList<Early>();
    for (int i = 0; i < requests.size(); i++) {
      Duration by = bucket.untilPermit(requests.get(i).at());
      if (!bucket.tryTake(requests.get(i).at())) {
        early.add(new Early(i, by));
      }
    }
    return early.isEmpty()
        ? Optional.empty()
        : Optional.of(new QuotaBreach(requests, List.copyOf(early), burst));
  }

  /** The first that came too early, with those that had used up the burst. */
  String story() {
    Early first = early.get(0);
    int from = Math.max(0, first.index() - burst);
    return "%d of %d requests came too early, first request %d, by %s s:%n%s"
        .formatted(
            early.size(),
            requests.size(),
            first.index() + 1,
            seconds(first.by()),
            LedgerStory.of(requests.subList(from, first.index() + 1)));
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos(), 9).setScale(3, RoundingMode.UP).toPlainString();
  }
}
