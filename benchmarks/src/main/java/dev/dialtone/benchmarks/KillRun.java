package dev.dialtone.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Mixed operations on a stand-in that fails, done by real processes that are killed with SIGKILL
 * and started again. It lives on itself, and counts. Each run is made anew.
 */
final class KillRun {
  private static final Duration LEASE = Duration.ofSeconds(1);
  private static final int MORE_ROUNDS = 3;

  private final KillPlan plan;
  private final PrintStream out;
  private final Told told = new Told();
  private final MixedWorld world;
  private final JournalSite site;
  private final Path folder;
  private int kills;
  private int cutOff;

  private KillRun(KillPlan plan, PrintStream out, MixedWorld world, JournalSite site, Path folder) {
    this.plan = plan;
    this.out = out;
    this.world = world;
    this.site = site;
    this.folder = folder;
  }

  /** Runs it in this folder, and tells how it goes. */
  static KillFigures run(KillPlan plan, Path folder, PrintStream out)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try (var world = new MixedWorld(plan);
        JournalSite site = JournalSite.open(plan.journal(), folder)) {
      return new KillRun(plan, out, world, site, folder).run();
    }
  }

  private KillFigures run() throws InterruptedException {
    long start = System.nanoTime();
    List<Lives> lines =
        IntStream.range(0, plan.processes())
            .mapToObj(
                line -> new Lives(this, wishesOf(line), killsOf(line), plan.seed() * 1_000 + line))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(plan.processes());
    try {
      List<Future<?>> lives = new ArrayList<>();
      for (Lives line : lines) {
        lives.add(
            threads.submit(
                () -> {
                  line.live();
                  return null;
                }));
      }
      for (Future<?> life : lives) {
        life.get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException(
          "see what the workers logged in " + folder, failure.getCause());
    } finally {
      threads.shutdownNow();
    }
    for (int round = 0; round < MORE_ROUNDS && !isFinished(); round++) {
      // What one took over and lost with its own end is nobody's until somebody starts again.
      new Lives(this, world.wishes(), 0, 0).finish();
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new Reckoning(world, told, site)
        .figures(plan, new KillFigures.Toll(kills, cutOff), time);
  }

  private boolean isFinished() {
    return Rows.open(site.source()) == 0
        && world.wishes().stream().noneMatch(wish -> told.outcome(wish).isEmpty());
  }

  private List<Wish> wishesOf(int line) {
    List<Wish> all = world.wishes();
    return IntStream.range(0, all.size())
        .filter(i -> i % plan.processes() == line)
        .mapToObj(all::get)
        .toList();
  }

  private int killsOf(int line) {
    return (plan.kills() + line) / plan.processes();
  }

  Child child() {
    return Child.start(
        List.of(
            world.simulator().endpoint().toString(),
            world.simulator().voiceEndpoint().toString(),
            world.simulator().region(),
            site.url(),
            Long.toString(LEASE.toMillis())),
        folder.resolve("workers.log"),
        told);
  }

  KillPlan plan() {
    return plan;
  }

  Told told() {
    return told;
  }

  /** A process was killed: how much did it leave behind? */
  synchronized void killed() {
    kills++;
    int open = Rows.open(site.source());
    cutOff += open;
    long ended = world.wishes().stream().filter(wish -> told.outcome(wish).isPresent()).count();
    out.printf(
        "  kill %d of %d: %d of %d operations have ended, %d are open%n",
        kills, plan.kills(), ended, plan.operations(), open);
  }
}
