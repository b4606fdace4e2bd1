package dev.dialtone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that README shows is cut out of a program that runs. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CUT =
      Pattern.compile("// README: quick start\n(.*?)\n *// README: end", Pattern.DOTALL);

  @Test
  void quickStart_inReadme_isTheProgramsOwnCode() throws IOException {
    String code = first(CUT, Path.of("src/main/java/dev/dialtone/examples/QuickStart.java"));
    String shown = first(BLOCK, Path.of("../README.md"));
    assertThat(shown.strip()).isEqualTo(code.stripIndent().strip());
  }

  private static String first(Pattern pattern, Path file) throws IOException {
    Matcher found = pattern.matcher(Files.readString(file));
    assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
    return found.group(1);
  }
}
