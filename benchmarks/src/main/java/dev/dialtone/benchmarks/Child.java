package dev.dialtone.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of {@link Worker}, from its start to its end or its killing. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final PrintWriter input;
  private final Thread reader;
  private final CompletableFuture<Void> soFar = new CompletableFuture<>();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();

  private int linesHeard;
  private int linesAwaited = Integer.MAX_VALUE;

  private Child(Process process, Told told) {
    this.process = process;
    this.input =
        new PrintWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
    this.reader = new Thread(() -> listen(told), "worker-" + process.pid());
    this.reader.setDaemon(true);
    this.reader.start();
  }

  /** Starts one; what it logs is added to this file. */
  static Child start(List<String> arguments, Path log, Told told) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Worker.class.getName());
    command.addAll(arguments);
    File file = log.toFile();
    try {
      return new Child(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(file)).start(),
          told);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void listen(Told told) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        told.hear(line);
        hear(line);
      }
    } catch (IOException cutOff) {
      // What was killed within a line has not told it.
    }
    var early = new IllegalStateException("a worker ended by itself before that");
    soFar.completeExceptionally(early);
    idle.completeExceptionally(early);
  }

  void hand(List<Wish> wishes) {
    wishes.forEach(wish -> input.println(wish.line()));
    input.println(Worker.END_OF_WISHES);
  }

  /** Kills it so long after it has told so many lines, or that it is idle. */
  void killAfter(int lines, Duration more) throws InterruptedException {
    await(told(lines), "so far");
    if (process.waitFor(more.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "a worker ended by itself, with exit code " + process.exitValue());
    }
    process.destroyForcibly().waitFor();
    reader.join();
  }

  private synchronized CompletableFuture<Void> told(int lines) {
    linesAwaited = lines;
    noteLines();
    return soFar;
  }

  private synchronized void hear(String line) {
    linesHeard++;
    if (line.equals("idle")) {
      idle.complete(null);
    }
    noteLines();
  }

  private void noteLines() {
    if (linesHeard > linesAwaited || idle.isDone()) {
      soFar.complete(null);
    }
  }

  /** Waits until it has ended all that it follows, and lets it go. */
  void letFinish() throws InterruptedException {
    await(idle, "idle");
    input.close();
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException("a worker did not close well");
    }
    reader.join();
  }

  private static void await(CompletableFuture<Void> what, String state)
      throws InterruptedException {
    try {
      what.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException ended) {
      throw new IllegalStateException(ended.getCause());
    } catch (TimeoutException late) {
      throw new IllegalStateException("a worker was not " + state + " after " + PATIENCE, late);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
