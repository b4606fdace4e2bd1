/** A journal in a database of the caller's, over {@code java.sql} alone. */
@NullMarked
package dev.dialtone.jdbc;

import org.jspecify.annotations.NullMarked;
