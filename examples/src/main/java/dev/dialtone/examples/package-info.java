/**
 * Programs that a person runs. Without options they talk to a stand-in on loopback, never to AWS.
 */
@NullMarked
package dev.dialtone.examples;

import org.jspecify.annotations.NullMarked;
