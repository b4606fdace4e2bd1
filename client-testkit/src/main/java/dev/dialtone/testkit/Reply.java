package dev.dialtone.testkit;

import java.time.Duration;

/** An answer, what it stands for, and how it travels: late, broken off, or not at all. */
record Reply(Answer answer, Disposition disposition, Duration delay, Ending ending) {

  static Reply of(Answer answer, Disposition disposition) {
    return new Reply(answer, disposition, Duration.ZERO, Ending.WHOLE);
  }

  Reply lost() {
    return new Reply(answer, Disposition.LOST, delay, Ending.RESET);
  }

  Reply ending(Ending otherEnding) {
    return new Reply(answer, disposition, delay, otherEnding);
  }

  Reply truncated() {
    return new Reply(
        answer.body().isEmpty() ? answer.withBody("{}") : answer,
        Disposition.FAULTED,
        delay,
        Ending.TRUNCATED);
  }

  Reply malformed() {
    return new Reply(answer.withBody("{" + answer.body()), Disposition.FAULTED, delay, ending);
  }

  Reply after(Duration longer) {
    return new Reply(answer, disposition, delay.plus(longer), ending);
  }

  boolean isLost() {
    return disposition == Disposition.LOST;
  }

  int status() {
    return isLost() ? 0 : answer.status();
  }
}
