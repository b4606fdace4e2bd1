package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;

/** One part of an operation's way. One is current at a time; each leads to the next. */
interface Phase {
  void begin();

  /** Sends nothing and looks no more. */
  void stop();

  /** What the operation ends in if its deadline is over now; asked before {@link #stop()}. */
  PhoneNumberException overdue();
}
