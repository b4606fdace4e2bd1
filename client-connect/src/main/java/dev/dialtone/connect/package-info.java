/** Amazon Connect over AWS's own SDK: mapping and translation, no decisions. */
@NullMarked
package dev.dialtone.connect;

import org.jspecify.annotations.NullMarked;
