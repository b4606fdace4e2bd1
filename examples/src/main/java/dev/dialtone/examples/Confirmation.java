package dev.dialtone.examples;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;

/** Asks the person at the terminal. Without a terminal nobody can agree, so the answer is no. */
final class Confirmation {
  private final Terminal terminal;

  Confirmation(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Asks at the terminal that the program runs in, never through a pipe. */
  static Confirmation atConsole() {
    return new Confirmation(Confirmation::answerAtConsole);
  }

  /**
   * Returns only if the person agrees.
   *
   * @throws RefusedException if not, or if there is no terminal
   */
  void require(Undertaking undertaking, String place) {
    String question =
        """
        On %s:
        This will %s.
        %s
        Type %s to go on, anything else to stop:\s"""
            .formatted(place, undertaking.what(), undertaking.follows(), undertaking.word());
    String answer =
        terminal
            .ask(question)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "Nothing was sent. This would "
                            + undertaking.what()
                            + ", on "
                            + place
                            + ", which a person must agree to at a terminal, and there is none."));
    if (!answer.strip().equals(undertaking.word())) {
      throw new RefusedException("Nothing was sent, because it was not agreed to.");
    }
  }

  private static Optional<String> answerAtConsole(String question) {
    return Optional.ofNullable(System.console())
        .filter(Confirmation::isTerminal)
        .map(console -> console.readLine("%s", question));
  }

  /** From Java 22 on a pipe has a console too, and only this method of its tells. */
  private static boolean isTerminal(Console console) {
    try {
      Method tells = Console.class.getMethod("isTerminal");
      return (boolean) tells.invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (ReflectiveOperationException unreadable) {
      return false;
    }
  }

  /** Where a person reads and types. */
  @FunctionalInterface
  interface Terminal {
    /** The line typed in answer; empty if there is no terminal or the input has ended. */
    Optional<String> ask(String question);
  }
}
