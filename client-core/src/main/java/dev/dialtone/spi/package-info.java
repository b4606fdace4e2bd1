/**
 * Ports to the services and seams of the engine. A caller needs them only to bring a gate, a
 * journal or a timer of their own, or to write an adapter.
 */
@NullMarked
package dev.dialtone.spi;

import org.jspecify.annotations.NullMarked;
