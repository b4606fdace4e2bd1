package dev.dialtone.testing;

import static dev.dialtone.testing.JournalEntries.accepted;
import static dev.dialtone.testing.JournalEntries.entry;
import static dev.dialtone.testing.JournalEntries.get;
import static dev.dialtone.testing.JournalEntries.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.OperationJournal.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a journal must do that forgets nothing. */
public abstract class LastingJournalContract extends OperationJournalContract {
  @Test
  void story_ofOpenOperation_isEveryEntryInOrder() {
    List<Entry> written =
        List.of(
            entry(ticket(1), Step.INTENT, now, ME),
            entry(ticket(1), Step.SENDING, now.plusMillis(1), ME),
            entry(ticket(1), Step.NOTE, now.minusSeconds(9), ME),
            entry(accepted(1), Step.ACCEPTED, now.plusMillis(2), ME));
    append(ticket(2), Step.INTENT, ME);
    written.forEach(entry -> journal().append(entry));
    assertThat(get(journal().story(ticket(1).id()))).isEqualTo(written);
  }

  @Test
  void story_ofUnknownOperation_isEmpty() {
    assertThat(get(journal().story(ticket(1).id()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void story_afterRefusedEntries_tellsNothingOfThem(Step step) {
    append(ticket(1), Step.INTENT, ME);
    assertRefused(ticket(1), Step.INTENT, ME);
    assertRefused(accepted(1), step, OTHER);
    assertThat(get(journal().story(ticket(1).id()))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"SETTLED", "FAILED", "ABANDONED"})
  void take_ofWhatHasEnded_tellsHow(Step end) {
    append(ticket(1), Step.INTENT, ME);
    append(accepted(1), Step.ACCEPTED, ME);
    append(accepted(1), end, ME);
    append(accepted(1), Step.NOTE, ME);
    Recorded known = get(elsewhere().take(ticket(1).id(), ME, now)).orElseThrow();
    assertThat(known.end()).contains(end);
    assertThat(known.detail()).isEqualTo("saw *******0100");
    assertThat(known.reached()).isEqualTo(Step.ACCEPTED);
    assertThat(known.ticket()).isEqualTo(accepted(1));
    assertThat(known.owner()).contains(ME);
    assertThat(get(elsewhere().story(ticket(1).id())))
        .extracting(Entry::step)
        .containsExactly(Step.INTENT, Step.ACCEPTED, end, Step.NOTE);
  }

  @Test
  void append_intentOfWhatHasEnded_isRefused() {
    append(ticket(1), Step.INTENT, ME);
    append(ticket(1), Step.FAILED, ME);
    assertRefused(ticket(1), Step.INTENT, ME);
  }

  @Test
  void append_sendingOfWhatHasEnded_opensItAgain() {
    append(ticket(1), Step.INTENT, ME);
    append(ticket(1), Step.ABANDONED, ME);
    append(ticket(1), Step.SENDING, ME);
    assertThat(get(elsewhere().takeOpen(ticket -> true, ME, now)))
        .singleElement()
        .satisfies(
            known -> {
              assertThat(known.end()).isEmpty();
              assertThat(known.detail()).isEmpty();
              assertThat(known.reached()).isEqualTo(Step.SENDING);
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"NOTE", "SETTLED", "FAILED", "ABANDONED"})
  void append_lateStepOfWhatIsUnknown_isKnownAndNeverTakenForUnsent(Step step) {
    append(ticket(1), step, ME);
    Recorded known = get(elsewhere().take(ticket(1).id(), ME, now)).orElseThrow();
    assertThat(known.reached()).isEqualTo(Step.SENDING);
    assertThat(known.end().isPresent()).isEqualTo(step.isEnd());
  }

  @Test
  void append_thousandWithoutWaiting_keepsTheOrderOfEach() {
    List<CompletionStage<Void>> stages = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Step step = i < 10 ? Step.INTENT : Step.NOTE;
      stages.add(journal().append(entry(ticket(i % 10), step, now.plusMillis(i), ME)));
    }
    stages.forEach(JournalEntries::get);
    for (int n = 0; n < 10; n++) {
      assertThat(get(elsewhere().story(ticket(n).id())))
          .hasSize(100)
          .extracting(Entry::at)
          .isSorted();
    }
  }

  @Test
  void takeOpen_thousands_isAMatterOfSeconds() {
    List<CompletionStage<Void>> stages = new ArrayList<>();
    for (int n = 0; n < 3_000; n++) {
      stages.add(journal().append(entry(ticket(n), Step.INTENT, now, ME)));
    }
    stages.forEach(JournalEntries::get);
    get(journal().renew(ME, now));
    get(journal().giveUp(ME));
    assertThat(get(elsewhere().takeOpen(ticket -> true, OTHER, now)))
        .hasSize(3_000)
        .allSatisfy(known -> assertThat(known.owner()).contains(OTHER));
  }

  @Test
  void append_longAndStrangeTexts_comeBack() {
    Ticket first = ticket(1);
    var parameters = new TreeMap<>(Map.of("tag.☎", "😀 'quoted' \\ \n\u0000"));
    for (int i = 0; i < 50; i++) {
      parameters.put("tag." + i, "x".repeat(1_000));
    }
    var strange =
        new Ticket(
            first.namespace(),
            first.operation(),
            first.id(),
            first.region(),
            first.account(),
            first.startedAt(),
            first.deadline(),
            first.numberId(),
            parameters,
            first.before());
    var written = new Entry(strange, Step.INTENT, now, "☎ 'so' ; -- \\ \u0000", ME);
    get(journal().append(written));
    assertThat(get(elsewhere().story(strange.id())))
        .containsExactly(new Entry(strange, Step.INTENT, now, "☎ 'so' ; -- \\ \uFFFD", ME));
    assertThat(get(elsewhere().takeOpen(ticket -> true, ME, now)))
        .extracting(Recorded::ticket)
        .containsExactly(strange);
  }
}
