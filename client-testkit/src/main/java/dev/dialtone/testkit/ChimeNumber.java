package dev.dialtone.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A number of Amazon Chime and what was written to it. Not thread-safe; the world guards it. */
final class ChimeNumber {
  private final int place;
  private final Instant createdAt;
  private final NumberHistory<ChimeNumberState> history;
  private Optional<Instant> nameChangedAt = Optional.empty();

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

  /** The guide allows one change of the calling name in so long a time. */
  void checkMayChangeName(Duration notOftenerThan, Instant now) {
    if (now.isBefore(nameMayChangeFrom(notOftenerThan))) {
      throw AwsError.resourceInUse(
          "The calling name was changed less than " + notOftenerThan + " ago");
    }
  }

  void noteNameChange(Instant now) {
    nameChangedAt = Optional.of(now);
  }

  void reset() {
    nameChangedAt = Optional.empty();
    history.reset();
  }

  private Instant nameMayChangeFrom(Duration notOftenerThan) {
    return nameChangedAt.map(at -> at.plus(notOftenerThan)).orElse(Instant.MIN);
  }
}
