package dev.dialtone;

import static dev.dialtone.testing.InMemoryChime.CALLING_NAMES;

import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.testing.InMemoryChime;
import dev.dialtone.testing.VirtualTimer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Many numbers that are given one name together, in virtual time. */
final class Renames {
  static final CallingName NAME = CallingName.of("ACME SUPPORT");

  final VirtualTimer timer = new VirtualTimer();
  final InMemoryChime chime = new InMemoryChime(timer);
  final PhoneNumbers numbers =
      PhoneNumbers.builder().chime(chime).timer(timer).executor(Runnable::run).build();

  static E164 number(int i) {
    return E164.of("+1206555%04d".formatted(i));
  }

  static Map<E164, CallingName> names(int count) {
    Map<E164, CallingName> names = new LinkedHashMap<>();
    IntStream.range(0, count).mapToObj(Renames::number).forEach(it -> names.put(it, NAME));
    return names;
  }

  /** The number as a list shows it that tells no names. */
  static ChimeNumber nameless(ChimeNumber number) {
    return new ChimeNumber(
        number.number(),
        number.country(),
        number.type(),
        number.productType(),
        number.status(),
        Optional.empty(),
        number.callingNameStatus(),
        number.name(),
        number.updatedAt());
  }

  /** Adds so many numbers, as a list shows them that stays as it is now. */
  Map<E164, ChimeNumber> add(int count) {
    Map<E164, ChimeNumber> now = new LinkedHashMap<>();
    names(count)
        .keySet()
        .forEach(
            number -> {
              chime.add(number);
              now.put(number, chime.truth(number));
            });
    return now;
  }

  Batch<ChimeNumber> start(int count) {
    add(count);
    return again(count);
  }

  /** Renames numbers that are there already. */
  Batch<ChimeNumber> again(int count) {
    return numbers.updateCallingNames(names(count)).start();
  }

  void advance(Duration time) {
    timer.advance(time);
  }

  /** How many requests of this kind there were. */
  int calls(String operation) {
    return chime.calls(operation).size();
  }

  List<String> updates() {
    return chime.calls(CALLING_NAMES).stream().map(call -> call.subject()).toList();
  }
}
