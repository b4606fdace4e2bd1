package dev.dialtone.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.Faults;
import dev.dialtone.testkit.Guess;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.SettleTime;
import dev.dialtone.testkit.SimulatorAssert;
import dev.dialtone.testkit.SimulatorBuilder;
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
  private static final Pattern FLIP = Pattern.compile("`flip\\((\\w+)\\)`");
  private static final Pattern METHOD = Pattern.compile("`(\\w+)\\(");
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
  @ValueSource(
      classes = {
        Fault.class,
        Faults.class,
        SimulatorAssert.class,
        SimulatorBuilder.class,
        SettleTime.class,
        PhoneNumberSimulator.class
      })
  void page_everyWord_isThere(Class<?> type) throws IOException {
    String page = Files.readString(page());

    assertThat(Arrays.stream(type.getDeclaredMethods()))
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
        .extracting(Method::getName)
        .filteredOn(name -> !name.equals("toString"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains(name + "("));
  }

  @Test
  void guesses_table_hasASwitchOfEachAndOnlySuchAsExist() throws IOException {
    List<String> switches =
        Files.readString(page())
            .lines()
            .dropWhile(line -> !line.equals("## What is guessed"))
            .takeWhile(line -> !line.equals("## How fast it is"))
            .filter(line -> line.startsWith("|"))
            .skip(2)
            .map(row -> row.split("\\|", -1)[3].strip())
            .toList();

    assertThat(switches).allSatisfy(text -> assertThat(methods()).contains(firstMethod(text)));
    assertThat(switches.stream().flatMap(text -> FLIP.matcher(text).results()))
        .extracting(TestingPageTest::content)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Guess.values()).map(Guess::name).toList());
  }

  private static List<String> methods() {
    return Stream.of(SimulatorBuilder.class, Faults.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .map(Method::getName)
        .toList();
  }

  private static String firstMethod(String text) {
    return METHOD
        .matcher(text)
        .results()
        .findFirst()
        .map(TestingPageTest::content)
        .orElse("no switch");
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
