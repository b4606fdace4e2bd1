package dev.dialtone.testkit;

import java.time.Instant;

/**
 * A number takes another outbound calling name, after a while. Until then a read shows the old one;
 * the reply shows the new one already, as AWS's examples do.
 */
final class CallingNameChange {
  private static final String PENDING = "UpdateInProgress";
  private static final String FAILED = "UpdateFailed";

  private CallingNameChange() {}

  static ChimeOutcome make(String callingName, ChimeNumber number, ChimeWorld world) {
    ProvisionedNumber before = number.at(world.now());
    if (callingName.isEmpty() && !world.guesses().hold(Guess.EMPTY_CALLING_NAME_CLEARS)) {
      throw AwsError.invalidParameter("CallingName must not be empty");
    }
    if (before.type().equals(ChimeRules.TOLL_FREE)) {
      throw AwsError.invalidParameter("A toll-free number has no calling name: " + before.id());
    }
    if (before.callingNameStatus().equals(PENDING)) {
      throw AwsError.resourceInUse("An update of the calling name is pending: " + before.id());
    }
    // After a failure the same name again is a new attempt: only that ends the UpdateFailed.
    if (before.callingName().equals(callingName) && !before.callingNameStatus().equals(FAILED)) {
      return ChimeOutcome.unchanged(before);
    }
    number.checkMayChangeName(world.callingNames().notOftenerThan(), world.now());
    number.noteNameChange(world.now());
    ProvisionedNumber wanted = before.callingName(callingName);
    boolean fails = world.faults().takeCallingNameFailure(before.number());
    number.write(settling(before, fails ? before.callingNameStatus(FAILED) : wanted, world));
    return ChimeOutcome.changed(wanted.callingNameStatus(world.callingNames().repliedStatus()));
  }

  private static NumberVersion<ChimeNumberState> settling(
      ProvisionedNumber before, ProvisionedNumber after, ChimeWorld world) {
    Instant now = world.now();
    return NumberVersion.lasting(
        now,
        now.plus(
            world.faults().settlingTime(world.callingNames().settling().time(before.number()))),
        new ChimeNumberState(before.callingNameStatus(PENDING), now),
        new ChimeNumberState(after, now));
  }
}
