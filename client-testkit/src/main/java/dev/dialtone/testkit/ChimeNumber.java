package dev.dialtone.testkit;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** A number of Amazon Chime and what was written to it. Not thread-safe; the world guards it. */
final class ChimeNumber {
  private final int place;
  private final Instant createdAt;
  private final NumberHistory<ChimeNumberState> history;

  ChimeNumber(int place, ProvisionedNumber number, Instant createdAt) {
    this.place = place;
    this.createdAt = createdAt;
    this.history =
        new NumberHistory<>(NumberVersion.original(new ChimeNumberState(number, createdAt)));
  }

  int place() {
    return place;
  }

  Instant createdAt() {
    return createdAt;
  }

  ProvisionedNumber at(Instant now) {
    return history.at(now).number();
  }

  SeenChimeNumber seenAt(ReadTime time) {
    // It was there before any lag of the reads.
    return new SeenChimeNumber(this, history.seenAt(time).orElseThrow());
  }

  void write(NumberVersion<ChimeNumberState> version) {
    history.write(version);
  }

  /** Writes what is effective at once. */
  void change(Instant now, UnaryOperator<ProvisionedNumber> change) {
    history.change(now, state -> new ChimeNumberState(change.apply(state.number()), now));
  }

  void reset() {
    history.reset();
  }
}
