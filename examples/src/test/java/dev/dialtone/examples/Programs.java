package dev.dialtone.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;

/** Runs programs in this process, before a person who types what the test says. */
final class Programs {
  /** One for all: closing AWS's default HTTP client takes two seconds each time. */
  private static final SdkAsyncHttpClient HTTP = NettyNioAsyncHttpClient.create();

  private final Optional<String> typed;

  private Programs(Optional<String> typed) {
    this.typed = typed;
  }

  static Programs withoutTerminal() {
    return new Programs(Optional.empty());
  }

  static Programs withPersonTyping(String line) {
    return new Programs(Optional.of(line));
  }

  Run run(ExampleCommand program, String... args) {
    List<String> questions = new ArrayList<>();
    var confirmation =
        new Confirmation(
            question -> {
              questions.add(question);
              return typed;
            });
    var runner = new ExampleRunner(confirmation, client -> client.httpClient(HTTP));

    PrintStream out = System.out;
    PrintStream err = System.err;
    var told = new ByteArrayOutputStream();
    var complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int code = runner.run(program, args);
      return new Run(
          code,
          told.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8),
          questions);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** What came of it. */
  record Run(int code, String out, String err, List<String> questions) {}
}
