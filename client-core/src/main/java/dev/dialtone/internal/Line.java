package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Priority;
import dev.dialtone.spi.QuotaGate.Reservation;

/** Where a call waits until it may be sent. */
@FunctionalInterface
interface Line {
  /** Waits for its turn; {@code granted} runs when it has come. */
  Reservation reserve(Priority priority, Runnable granted);
}
