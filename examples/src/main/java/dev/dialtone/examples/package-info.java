@NullMarked
package dev.dialtone.examples;

import org.jspecify.annotations.NullMarked;
