package dev.dialtone.benchmarks;

import dev.dialtone.jdbc.JdbcOperationJournal;
import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.testkit.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Holds what the processes told and what the journal knows against what was really done. */
record Reckoning(MixedWorld world, Told told, JournalSite site) {
  KillFigures figures(KillPlan plan, KillFigures.Toll toll, Duration time) {
    int rows = Rows.all(site.source());
    int open = Rows.open(site.source());
    List<String> wrongs = new ArrayList<>(told.contradictions());
    if (rows != plan.operations() || open > 0) {
      wrongs.add(
          "the journal has %d rows of %d, and %d are open"
              .formatted(rows, plan.operations(), open));
    }
    if (toll.kills() < plan.kills()) {
      wrongs.add("only " + toll.kills() + " were killed");
    }
    try (var journal = new JdbcOperationJournal(site.source())) {
      world.wishes().stream()
          .filter(this::isWrong)
          .forEach(wish -> wrongs.add(story(wish, journal)));
    }
    return new KillFigures(
        plan,
        toll,
        world.simulator().ledger().requests().size(),
        told.resumed(),
        count(wish -> world.effects(wish) > 0),
        count(wish -> world.effects(wish) > 1),
        count(wish -> world.effects(wish) == 0 || !world.isThere(wish)),
        count(wish -> outcome(wish).startsWith("OutcomeUnknown")),
        count(wish -> !outcome(wish).equals(Worker.DONE)),
        rows,
        open,
        time.toMillis() / 1_000.0,
        wrongs);
  }

  private int count(Predicate<Wish> which) {
    return (int) world.wishes().stream().filter(which).count();
  }

  private String outcome(Wish wish) {
    return told.outcome(wish).orElse("never told");
  }

  private boolean isWrong(Wish wish) {
    return world.effects(wish) != 1 || !world.isThere(wish) || !outcome(wish).equals(Worker.DONE);
  }

  /** What happened to it: as told, by the journal, and by the stand-in's ledger. */
  private String story(Wish wish, JdbcOperationJournal journal) {
    var story = new StringBuilder();
    story.append(
        "%s: %d effects, %s; told: %s%n"
            .formatted(
                wish.key(),
                world.effects(wish),
                world.isThere(wish) ? "as wished" : "not as wished",
                outcome(wish)));
    told.ticket(wish)
        .ifPresent(
            id ->
                journal
                    .story(id)
                    .toCompletableFuture()
                    .join()
                    .forEach(entry -> story.append("  journal ").append(line(entry))));
    world.simulator().ledger().effectsOn(wish.number()).stream()
        .forEach(
            effect -> story.append("  effect  %s %s%n".formatted(effect.at(), effect.operation())));
    world.simulator().ledger().requests().stream()
        .filter(request -> isAbout(wish, request))
        .forEach(request -> story.append("  request ").append(line(request)));
    return story.toString();
  }

  private static boolean isAbout(Wish wish, RecordedRequest request) {
    String uuid = wish.subject().replaceFirst(".*/", "");
    String number = wish.number().substring(1);
    return request.body().contains(number)
        || request.path().contains(number)
        || (!uuid.isEmpty() && (request.path().contains(uuid) || request.body().contains(uuid)));
  }

  private static String line(Entry entry) {
    return "%s %s by %s: %s%n"
        .formatted(entry.at(), entry.step(), entry.owner().substring(0, 4), entry.detail());
  }

  private static String line(RecordedRequest request) {
    return "%s %s %d %s%n"
        .formatted(request.at(), request.operation(), request.status(), request.disposition());
  }
}
