/** The engine. Nothing here is for callers; it changes without notice. */
@NullMarked
package dev.dialtone.internal;

import org.jspecify.annotations.NullMarked;
