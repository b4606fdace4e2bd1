package dev.dialtone.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process in which one entrant claims, first on a track that only loads its classes, and then on
 * the one that is measured.
 */
final class RaceProcess {
  private static final long PATIENCE_MINUTES = 20;

  private RaceProcess() {}

  /** With the entrant, the words of the first track and those of the second. */
  public static void main(String[] arguments) throws InterruptedException {
    List<String> words = List.of(arguments);
    var entrant = Entrant.valueOf(words.get(0));
    int length = (words.size() - 1) / 2;
    Track first = Track.of(words.subList(1, 1 + length));
    try (Racer racer = entrant.racer(first)) {
      racer.claim(first.numbers(), new Finishes());
    }
    run(entrant, Track.of(words.subList(1 + length, words.size()))).print(System.out);
    System.out.flush();
    System.exit(0); // Closes nothing: that would take AWS's client two seconds.
  }

  private static Report run(Entrant entrant, Track track) throws InterruptedException {
    var finishes = new Finishes();
    List<String> numbers = track.numbers();
    Racer racer = entrant.racer(track);
    try (var threads = new ThreadWatch(entrant.threads())) {
      Instant started = Instant.now();
      double cpuBefore = cpuSeconds();
      racer.claim(numbers, finishes);
      return new Report(
          started,
          finishes.confirmed(),
          finishes.givenUp(),
          threads.mostOwn(),
          threads.most(),
          cpuSeconds() - cpuBefore);
    }
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  /** Starts one, and waits for what it has to tell. */
  static Report report(Entrant entrant, Track first, Track measured) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add(RaceProcess.class.getName());
    command.add(entrant.name());
    command.addAll(first.words());
    command.addAll(measured.words());
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      // Else a racer that hangs would be waited for without end.
      CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES)
          .execute(process::destroyForcibly);
      try (var lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        return Report.of(lines.lines().toList());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
