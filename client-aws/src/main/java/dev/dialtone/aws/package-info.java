/**
 * What every adapter over a client of AWS's SDK needs. Internal to Dialtone: it is public for the
 * adapters alone, and changes without notice.
 */
@NullMarked
package dev.dialtone.aws;

import org.jspecify.annotations.NullMarked;
