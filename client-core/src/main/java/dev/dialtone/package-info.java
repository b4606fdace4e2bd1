/**
 * What a caller names: {@link dev.dialtone.PhoneNumbers} and what it hands out. Values are in
 * {@code model}, failures in {@code error}, seams in {@code spi}.
 */
@NullMarked
package dev.dialtone;

import org.jspecify.annotations.NullMarked;
