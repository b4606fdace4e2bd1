package dev.dialtone.aws;

import dev.dialtone.model.Masked;
import org.jspecify.annotations.Nullable;

/** What a service says, as a message holds it. */
public final class Brief {
  private static final int LONGEST = 500;

  private Brief() {}

  /** In one line, and no longer than a person reads; masked, so that no cut makes a number safe. */
  public static String of(@Nullable String text) {
    String line = Masked.inText(String.valueOf(text)).strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
