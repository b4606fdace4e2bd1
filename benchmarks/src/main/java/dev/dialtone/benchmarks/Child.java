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
  private static final Duration START = Duration.ofMinutes(1);

  private final Process process;
  private final PrintWriter input;
  private final Thread reader;
  private final CompletableFuture<Void> up = new CompletableFuture<>();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();

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
        if (line.equals("up")) {
          up.complete(null);
        } else if (line.equals("idle")) {
          idle.complete(null);
        }
      }
    } catch (IOException cutOff) {
      // What was killed within a line has not told it.
    }
    up.completeExceptionally(new IllegalStateException("a worker ended before it was up"));
    idle.completeExceptionally(new IllegalStateException("a worker ended before it was idle"));
  }

  void hand(List<Wish> wishes) {
    wishes.forEach(wish -> input.println(wish.line()));
    input.println(Worker.END_OF_WISHES);
  }

  /** Kills it so long after it was up. */
  void killAfter(Duration life) throws InterruptedException {
    await(up, START, "up");
    if (process.waitFor(life.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "a worker ended by itself, with exit code " + process.exitValue());
    }
    process.destroyForcibly().waitFor();
    reader.join();
  }

  /** Waits until it has ended all that it follows, and lets it go. */
  void letFinish(Duration atMost) throws InterruptedException {
    await(idle, atMost, "idle");
    input.close();
    if (!process.waitFor(START.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException("a worker did not close well");
    }
    reader.join();
  }

  private static void await(CompletableFuture<Void> what, Duration atMost, String state)
      throws InterruptedException {
    try {
      what.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException ended) {
      throw new IllegalStateException(ended.getCause());
    } catch (TimeoutException late) {
      throw new IllegalStateException("a worker was not " + state + " after " + atMost, late);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
