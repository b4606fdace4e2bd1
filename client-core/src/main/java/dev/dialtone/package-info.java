@NullMarked
package dev.dialtone;

import org.jspecify.annotations.NullMarked;
