package dev.dialtone.benchmarks;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import java.util.Map;

/** Starts what is wished for, each with its key. This class is thread-safe. */
record Starter(PhoneNumbers numbers) {
  Operation<?> start(Wish wish) {
    E164 number = E164.of(wish.number());
    String key = wish.key();
    return switch (wish.kind()) {
      case CLAIM ->
          numbers.claim(number).to(group(wish)).tag("for", wish.text()).idempotencyKey(key).start();
      case CLAIM_ON_FLOW ->
          numbers
              .claim(number)
              .to(Target.instance(wish.place().replaceFirst("/contact-flow/.*", "")))
              .description(wish.text())
              .attachFlow(ContactFlow.of(wish.place()))
              .idempotencyKey(key)
              .start();
      case IMPORT ->
          numbers
              .importNumber(SourceNumber.of(wish.subject()))
              .to(Target.instance(wish.place()))
              .idempotencyKey(key)
              .start();
      case MOVE -> numbers.move(id(wish)).to(group(wish)).idempotencyKey(key).start();
      case DESCRIPTION ->
          numbers.updateDescription(id(wish), wish.text()).idempotencyKey(key).start();
      case RELEASE -> numbers.release(id(wish)).confirm(number).idempotencyKey(key).start();
      case TAG -> numbers.tag(id(wish), Map.of("for", wish.text())).idempotencyKey(key).start();
      case FLOW ->
          numbers.attachFlow(id(wish), ContactFlow.of(wish.place())).idempotencyKey(key).start();
      case CALLING_NAME ->
          numbers
              .updateCallingName(number, CallingName.of(wish.text()))
              .idempotencyKey(key)
              .start();
      case NAME -> numbers.updateName(number, wish.text()).idempotencyKey(key).start();
    };
  }

  private static PhoneNumberId id(Wish wish) {
    return PhoneNumberId.of(wish.subject());
  }

  private static Target group(Wish wish) {
    return Target.trafficDistributionGroup(wish.place());
  }
}
