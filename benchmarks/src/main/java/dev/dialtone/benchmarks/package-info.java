/** Programs that measure, and print what README and docs quote; not published. */
@NullMarked
package dev.dialtone.benchmarks;

import org.jspecify.annotations.NullMarked;
