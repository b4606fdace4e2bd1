/**
 * A stateful stand-in for the phone-number operations of Amazon Connect and Amazon Chime, spoken to
 * over HTTP by any AWS SDK or the AWS CLI.
 *
 * <p>Start at {@link dev.dialtone.testkit.PhoneNumberSimulator}.
 */
@NullMarked
package dev.dialtone.testkit;

import org.jspecify.annotations.NullMarked;
