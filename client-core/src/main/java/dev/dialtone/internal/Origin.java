package dev.dialtone.internal;

import dev.dialtone.spi.OperationJournal.Recorded;
import java.util.Optional;

/**
 * Where an operation comes from.
 *
 * @param isNew whether it was asked for here, rather than by its ticket
 * @param mayBeKnown whether the journal may know it: it has a key, or comes from a ticket
 * @param taken what the journal knows of it, where it has given it to us already
 */
record Origin(boolean isNew, boolean mayBeKnown, Optional<Recorded> taken) {
  private static final Origin NEW = new Origin(true, false, Optional.empty());
  private static final Origin WITH_KEY = new Origin(true, true, Optional.empty());

  static Origin wish(Terms terms) {
    return terms.key().isPresent() ? WITH_KEY : NEW;
  }

  static Origin ticket(Optional<Recorded> taken) {
    return new Origin(false, true, taken);
  }
}
