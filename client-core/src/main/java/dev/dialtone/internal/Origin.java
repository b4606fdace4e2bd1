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
  static Origin wish(Terms terms) {
    return new Origin(true, terms.key().isPresent(), Optional.empty());
  }

  static Origin ticket(Optional<Recorded> taken) {
    return new Origin(false, true, taken);
  }
}
