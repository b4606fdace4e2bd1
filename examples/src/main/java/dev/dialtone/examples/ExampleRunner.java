package dev.dialtone.examples;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.Masked;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;

/**
 * Runs a program: its story on the stand-in if there are no options, else what they say, after the
 * person has agreed.
 *
 * <p>Exit codes: 0 done; 1 failed; 2 wrong options or an invalid request, nothing sent; 3 refused,
 * nothing changed.
 */
final class ExampleRunner {
  private static final int REFUSED = 3;

  private final Confirmation confirmation;
  private final Consumer<SdkAsyncClientBuilder<?, ?>> settings;

  ExampleRunner(Confirmation confirmation, Consumer<SdkAsyncClientBuilder<?, ?>> settings) {
    this.confirmation = confirmation;
    this.settings = settings;
  }

  /** What every {@code main} does. */
  static void main(ExampleCommand program, String... args) {
    int code = new ExampleRunner(Confirmation.atConsole(), client -> {}).run(program, args);
    if (code != ExitCode.OK) {
      System.exit(code);
    }
  }

  int run(ExampleCommand program, String... args) {
    if (args.length == 0) {
      tellStory(program);
      return ExitCode.OK;
    }
    return commandLine(program).execute(args);
  }

  private void tellStory(ExampleCommand program) {
    try (StandIn aws = StandIn.start()) {
      program.talkTo(aws.simulator());
      try (PhoneNumbers numbers = program.numbers(settings).build()) {
        program.onStandIn(aws, numbers);
      }
    }
  }

  private int carryOut(ExampleCommand program, ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    program.checkOptions();
    try {
      askAndDo(program);
      return ExitCode.OK;
    } catch (RuntimeException failure) {
      return failed(failure, parsed.commandSpec().commandLine().getErr());
    }
  }

  /** No client exists, and so nothing can be sent, before the person has agreed. */
  private void askAndDo(ExampleCommand program) {
    program.undertaking().ifPresent(it -> confirmation.require(it, program.place()));
    try (PhoneNumbers numbers = program.numbers(settings).build()) {
      program.checkFirst(numbers);
      program.onAws(numbers);
    }
  }

  private CommandLine commandLine(ExampleCommand program) {
    String name = program.getClass().getSimpleName();
    var commandLine =
        OptionValues.addTo(new CommandLine(program))
            .setCommandName(name)
            .setExpandAtFiles(false)
            .setExecutionStrategy(parsed -> carryOut(program, parsed))
            .setParameterExceptionHandler((wrong, args) -> wrongOptions(wrong));
    commandLine
        .getCommandSpec()
        .usageMessage()
        .footer(
            "",
            "Without options it runs on a stand-in on this machine. With them it talks to AWS, with"
                + " the credentials that AWS's default chain finds.",
            "With Maven: mvn -q compile -Dexample=" + name + " -Dwith=\"--region us-west-2 ...\"");
    return commandLine;
  }

  private static int wrongOptions(ParameterException wrong) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println(Masked.inText(String.valueOf(wrong.getMessage())));
    wrong.getCommandLine().usage(err);
    return ExitCode.USAGE;
  }

  private static int failed(RuntimeException failure, PrintWriter err) {
    // The library's own messages say what, why and what now; any other needs its kind.
    boolean speaks = failure instanceof PhoneNumberException || failure instanceof RefusedException;
    err.println(Masked.inText(speaks ? String.valueOf(failure.getMessage()) : failure.toString()));
    if (failure instanceof InvalidRequestException) {
      return ExitCode.USAGE;
    }
    return failure instanceof RefusedException ? REFUSED : ExitCode.SOFTWARE;
  }
}
