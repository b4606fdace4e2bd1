package dev.dialtone.examples;

import dev.dialtone.Operation;
import dev.dialtone.Progress;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tells what happens, as it happens, one line a change, in a person's words. */
final class Chronicle implements AutoCloseable {
  private final PrintStream out;
  private final long start = System.nanoTime();
  private final Map<String, String> lastLine = new HashMap<>();
  private final ExecutorService pen =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "chronicle");
            made.setDaemon(true);
            return made;
          });

  Chronicle(PrintStream out) {
    this.out = out;
  }

  /** Where listeners run: one thread, so that no two lines mix. */
  ExecutorService pen() {
    return pen;
  }

  void heading(String text) {
    awaitLines();
    out.println();
    out.println(text);
  }

  void say(String who, String what) {
    pen.execute(() -> write(who, what));
  }

  void follow(String who, Operation<?> operation) {
    operation.onProgress(progress -> write(who, words(progress)));
  }

  /** Waits until every line up to here is written. */
  void awaitLines() {
    var written = new CountDownLatch(1);
    pen.execute(written::countDown);
    try {
      written.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  private void write(String who, String what) {
    if (!what.equals(lastLine.put(who, what))) {
      out.printf("%6.2f s  %-18s %s%n", seconds(), who, what);
      out.flush();
    }
  }

  private static String words(Progress progress) {
    return switch (progress.stage()) {
      case STARTED -> "started; its token is made and will not change";
      case READING_FIRST -> "reading what is there first";
      case WAITING_FOR_PREVIOUS -> "busy with an earlier operation: waiting";
      case WAITING_FOR_QUOTA -> "waiting for its turn under the quota";
      case SENDING ->
          progress.attempts() == 1
              ? "sent"
              : "sent again with the same token, attempt " + progress.attempts();
      case WAITING_TO_REPEAT -> "no good answer: will be sent again with the same token";
      case SETTLING ->
          progress.lastStatus().isEmpty()
              ? "accepted, which is not success yet: looking until it has settled"
              : "look " + progress.looks() + ": " + progress.lastStatus().get();
      case FINISHING -> "settled and verified; attaching its flow";
      case DONE -> "done";
      case FAILED -> "failed";
      case STOPPED -> "no longer followed";
    };
  }

  @Override
  public void close() {
    pen.shutdown();
  }
}
