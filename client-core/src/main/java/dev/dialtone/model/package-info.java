/** Values of the phone-number world: each checks its own rules and none can be changed. */
@NullMarked
package dev.dialtone.model;

import org.jspecify.annotations.NullMarked;
