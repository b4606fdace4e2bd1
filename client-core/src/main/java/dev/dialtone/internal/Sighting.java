package dev.dialtone.internal;

import java.time.Duration;
import java.util.Optional;

/**
 * What one look saw, with what must be known to judge it. A status speaks of the previous operation
 * and does not say which, so the look alone is not enough.
 *
 * @param now what is there; empty if the service does not know the number
 * @param before what was there before the call was sent; empty if that was not read
 * @param pendingSeen whether the number was seen in progress since the call
 * @param sameFor how long the looks have been showing the same
 * @param asBefore whether nothing has happened to it since it was read before the call was first
 *     sent, as far as is known
 * @param evidence why what was asked for may have happened at all
 */
record Sighting<S>(
    Optional<S> now,
    Optional<S> before,
    boolean asBefore,
    boolean pendingSeen,
    Duration sameFor,
    Evidence evidence) {
  /** Why a look may show the operation's own doing. */
  enum Evidence {
    /** None: the call was not sent yet, or refused. */
    NONE,
    /** An attempt may have acted, and no answer tells. */
    DOUBT,
    /** The service took the call. */
    TAKEN
  }
}
