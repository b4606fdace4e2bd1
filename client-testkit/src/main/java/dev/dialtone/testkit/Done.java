package dev.dialtone.testkit;

import java.time.Instant;

/** A change that was taken: what is answered now, and when it will have settled. */
record Done(Answer answer, Instant settlesAt) {

  static Done of(Answer answer, HeldNumber number) {
    return new Done(answer, number.settlesAt());
  }
}
