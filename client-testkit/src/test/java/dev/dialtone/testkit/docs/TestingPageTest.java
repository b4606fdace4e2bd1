package dev.dialtone.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.Faults;
import dev.dialtone.testkit.SimulatorAssert;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code that docs/testing-with-the-stand-in.md shows is code that runs here, and all of it. */
class TestingPageTest {
  private static final Path HERE = Path.of("src/test/java/dev/dialtone/testkit/docs");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CUT =
      Pattern.compile("// docs: [a-z ]+\n(.*?)\n *// docs: end", Pattern.DOTALL);

  @Test
  void blocks_allOfThePage_areCodeOfThesePrograms() throws IOException {
    List<String> code =
        Stream.concat(
                found(CUT, HERE.resolve("SupportLineTest.java")),
                found(CUT, HERE.resolve("RecipesTest.java")))
            .toList();

    assertThat(found(BLOCK, page())).containsExactlyElementsOf(code);
  }

  @ParameterizedTest
  @ValueSource(classes = {Fault.class, Faults.class, SimulatorAssert.class})
  void page_everyWord_isThere(Class<?> type) throws IOException {
    String page = Files.readString(page());

    assertThat(Arrays.stream(type.getDeclaredMethods()))
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
        .extracting(Method::getName)
        .filteredOn(name -> !name.equals("toString"))
        .allSatisfy(name -> assertThat(page).contains(name + "("));
  }

  private static Path page() {
    return Path.of("../docs/testing-with-the-stand-in.md");
  }

  private static Stream<String> found(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map(TestingPageTest::content)
        .map(text -> text.stripIndent().strip());
  }

  private static String content(MatchResult match) {
    return match.group(1);
  }
}
