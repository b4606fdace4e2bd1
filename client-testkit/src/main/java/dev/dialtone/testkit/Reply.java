package dev.dialtone.testkit;

import java.time.Duration;

/** An answer, what it stands for, and how it travels: late, or not at all. */
record Reply(Answer answer, Disposition disposition, Duration delay) {

  static Reply of(Answer answer, Disposition disposition) {
    return new Reply(answer, disposition, Duration.ZERO);
  }

  Reply lost() {
    return new Reply(answer, Disposition.LOST, delay);
  }

  Reply after(Duration longer) {
    return new Reply(answer, disposition, delay.plus(longer));
  }

  boolean isLost() {
    return disposition == Disposition.LOST;
  }

  int status() {
    return isLost() ? 0 : answer.status();
  }
}
