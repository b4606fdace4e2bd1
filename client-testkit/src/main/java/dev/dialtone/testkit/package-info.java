@NullMarked
package dev.dialtone.testkit;

import org.jspecify.annotations.NullMarked;
