/**
 * Everything that can go wrong, as one sealed tree of unchecked exceptions under {@link
 * dev.dialtone.error.PhoneNumberException}. Each says what happened, why, and what to do now.
 */
@NullMarked
package dev.dialtone.error;

import org.jspecify.annotations.NullMarked;
