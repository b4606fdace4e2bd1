package dev.dialtone.examples;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that README shows is cut out of a program that runs. */
class ReadmeTest {
  private static final Pattern ACTION = Pattern.compile("connect:[A-Z]\\w+");
  private static final Pattern SECOND_BLOCK =
      Pattern.compile("## After a crash.*?```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SECOND_CUT =
      Pattern.compile("// README: after a crash\n(.*?)\n *// README: end", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CUT =
      Pattern.compile("// README: quick start\n(.*?)\n *// README: end", Pattern.DOTALL);

  @Test
  void quickStart_inReadme_isTheProgramsOwnCode() throws IOException {
    String code = first(CUT, Path.of("src/main/java/dev/dialtone/examples/QuickStart.java"));
    String shown = first(BLOCK, Path.of("../README.md"));
    assertThat(shown.strip()).isEqualTo(code.stripIndent().strip());
  }

  @Test
  void afterACrash_inReadme_isTheProgramsOwnCode() throws IOException {
    Path program = Path.of("src/main/java/dev/dialtone/examples/ResumeOperations.java");
    String code = first(SECOND_CUT, program);
    String shown = first(SECOND_BLOCK, Path.of("../README.md"));
    assertThat(shown.strip()).isEqualTo(code.stripIndent().strip());
  }

  @Test
  void policies_inReadme_allowWhatTheVerbsNeedAndNoMore() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    String table = between(readme, "## The verbs", "What reads first");
    String policies = between(readme, "```json", "```\n");
    assertThat(actions(policies)).hasSize(13).isEqualTo(actions(table));
  }

  private static Set<String> actions(String text) {
    return ACTION
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(toCollection(TreeSet::new));
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  private static String first(Pattern pattern, Path file) throws IOException {
    Matcher found = pattern.matcher(Files.readString(file));
    assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
    return found.group(1);
  }
}
