@NullMarked
package dev.dialtone.chime;

import org.jspecify.annotations.NullMarked;
