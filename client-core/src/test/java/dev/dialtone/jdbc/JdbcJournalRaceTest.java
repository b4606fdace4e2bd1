package dev.dialtone.jdbc;

import static dev.dialtone.testing.JournalEntries.entry;
import static dev.dialtone.testing.JournalEntries.get;
import static dev.dialtone.testing.JournalEntries.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several journals on one database at once. */
class JdbcJournalRaceTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  private static List<JdbcOperationJournal> journals(DataSource source, int count) {
    return Stream.generate(() -> new JdbcOperationJournal(source)).limit(count).toList();
  }

  private static <T> List<T> all(List<? extends CompletionStage<T>> stages) {
    return new ArrayList<>(stages).stream().map(stage -> get((CompletionStage<T>) stage)).toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void schema_madeByFourAtOnce_isMadeOnce(TestDatabase kind) {
    for (int round = 0; round < 5; round++) {
      List<JdbcOperationJournal> journals = journals(kind.fresh(), 4);
      List<CompletionStage<Void>> stages = new ArrayList<>();
      for (int n = 0; n < 4; n++) {
        stages.add(journals.get(n).append(entry(ticket(n), Step.INTENT, NOW, "owner-" + n)));
      }
      stages.forEach(stage -> get(stage));
      assertThat(get(journals.get(0).takeOpen(ticket -> true, "owner-0", NOW))).hasSize(4);
      journals.forEach(JdbcOperationJournal::close);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void takeOpen_byThreeAtOnce_givesEachOperationOneOwner(TestDatabase kind) {
    List<JdbcOperationJournal> journals = journals(kind.fresh(), 3);
    for (int n = 0; n < 100; n++) {
      var unused = journals.get(0).append(entry(ticket(n), Step.SENDING, NOW, "owner-0"));
    }
    get(journals.get(0).giveUp("owner-0"));
    for (int round = 0; round < 20; round++) {
      List<CompletionStage<List<Recorded>>> taking = new ArrayList<>();
      for (int n = 0; n < 3; n++) {
        taking.add(journals.get(n).takeOpen(ticket -> true, "owner-" + n, NOW));
      }
      Set<String> owned = new HashSet<>();
      for (int n = 0; n < 3; n++) {
        Optional<String> me = Optional.of("owner-" + n);
        get(taking.get(n)).stream()
            .filter(known -> known.owner().equals(me))
            .forEach(known -> assertThat(owned.add(known.ticket().id())).isTrue());
      }
      for (int n = 0; n < 3; n++) {
        String me = "owner-" + n;
        // Who passed over a row that another held may find it free the next time.
        get(journals.get(n).takeOpen(ticket -> true, me, NOW)).stream()
            .filter(known -> known.owner().equals(Optional.of(me)))
            .forEach(known -> owned.add(known.ticket().id()));
      }
      assertThat(owned).hasSize(100);
      for (int n = 0; n < 3; n++) {
        get(journals.get(n).giveUp("owner-" + n));
      }
    }
    journals.forEach(JdbcOperationJournal::close);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void take_byThreeAtOnce_givesItToOne(TestDatabase kind) {
    List<JdbcOperationJournal> journals = journals(kind.fresh(), 3);
    String id = ticket(1).id();
    get(journals.get(0).append(entry(ticket(1), Step.SENDING, NOW, "owner-0")));
    for (int round = 0; round < 50; round++) {
      get(journals.get(0).giveUp("owner-0"));
      get(journals.get(1).giveUp("owner-1"));
      get(journals.get(2).giveUp("owner-2"));
      List<CompletionStage<Optional<Recorded>>> taking = new ArrayList<>();
      for (int n = 0; n < 3; n++) {
        taking.add(journals.get(n).take(id, "owner-" + n, NOW));
      }
      assertThat(all(taking).stream().map(known -> known.orElseThrow().owner()).distinct())
          .hasSize(1);
    }
    journals.forEach(JdbcOperationJournal::close);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void append_sameIntentByThreeAtOnce_isTakenFromOne(TestDatabase kind) {
    List<JdbcOperationJournal> journals = journals(kind.fresh(), 3);
    for (int round = 0; round < 50; round++) {
      int n = round;
      long taken =
          IntStream.range(0, 3)
              .mapToObj(
                  by ->
                      journals
                          .get(by)
                          .append(entry(ticket(n), Step.INTENT, NOW, "owner-" + by))
                          .handle((done, failure) -> failure == null)
                          .toCompletableFuture())
              .toList()
              .stream()
              .filter(CompletableFuture::join)
              .count();
      assertThat(taken).isEqualTo(1);
      assertThat(get(journals.get(0).story(ticket(n).id()))).extracting(Entry::step).hasSize(1);
    }
    journals.forEach(JdbcOperationJournal::close);
  }
}
