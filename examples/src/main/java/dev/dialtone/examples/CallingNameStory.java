package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.chime.ChimeAdapter;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.Ticket;
import java.util.Optional;

/**
 * A calling name takes up to 72 hours, longer than most processes live: the first one starts the
 * change, keeps its ticket as text and ends, the second resumes it from there.
 */
final class CallingNameStory {
  private static final E164 NUMBER = E164.of("+12065550100");
  private static final CallingName NAME = CallingName.of("ACME SUPPORT");
  static final String UPDATE = "chimesdkvoice:UpdatePhoneNumber";

  private static final String WHO = "rename " + NUMBER;

  private final StandIn aws;
  private final Chronicle chronicle;

  CallingNameStory(StandIn aws, Chronicle chronicle) {
    this.aws = aws;
    this.chronicle = chronicle;
    aws.simulator().addVoiceNumber(NUMBER.value());
  }

  /** Tells it, and whether it ended as it should: renamed, by one request. */
  boolean tell() {
    Optional<ChimeNumber> renamed = rename();
    chronicle.awaitLines();
    return renamed.flatMap(ChimeNumber::callingName).filter(NAME.value()::equals).isPresent()
        && aws.simulator().ledger().effects(UPDATE).size() == 1;
  }

  private Optional<ChimeNumber> rename() {
    String kept;
    try (PhoneNumbers first = process()) {
      Operation<ChimeNumber> rename = first.updateCallingName(NUMBER, NAME).start();
      chronicle.follow(WHO, rename);
      awaitLooks(rename);
      kept = rename.ticket().encode(); // Holds the number in clear: to be kept, not to be logged.
      chronicle.say(WHO, "the first process ends; its ticket is kept: " + rename.ticket());
    }
    try (PhoneNumbers second = process()) {
      Operation<ChimeNumber> same = second.resume(Ticket.decode(kept), ChimeNumber.class);
      chronicle.follow(WHO, same);
      ChimeNumber renamed = same.await(ofMinutes(1));
      chronicle.say(WHO, "the second process sees the end: " + renamed);
      return Optional.of(renamed);
    } catch (PhoneNumberException failure) {
      chronicle.say(WHO, failure.getMessage());
      return Optional.empty();
    }
  }

  private static void awaitLooks(Operation<ChimeNumber> rename) {
    try {
      rename.await(ofSeconds(2));
    } catch (StillInProgressException patience) {
      return; // As it should: the change takes longer.
    }
  }

  private PhoneNumbers process() {
    return PhoneNumbers.builder()
        .chime(ChimeAdapter.voice(aws.voiceClient()))
        .executor(chronicle.pen())
        .build();
  }
}
