package dev.dialtone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dialtone.model.E164;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a person at a terminal agrees, and only by the very word. */
class ConfirmationTest {
  private static final String PLACE = "Amazon Connect in us-west-2";
  private static final Undertaking CLAIM =
      Undertaking.of("claim *******0100", "The number costs money.");
  private static final Undertaking RELEASE =
      Undertaking.of("release it", "This cannot be undone.", E164.of("+18005550100"));

  @ParameterizedTest
  @ValueSource(strings = {"yes", " yes "})
  void require_theWord_returns(String line) {
    assertThatCode(() -> typing(line).require(CLAIM, PLACE)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "y", "Yes", "no", "yes, please", "0100"})
  void require_anythingElse_refuses(String line) {
    assertThatThrownBy(() -> typing(line).require(CLAIM, PLACE))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Nothing was sent");
  }

  @Test
  void require_noTerminal_refusesAndSaysWhat() {
    assertThatThrownBy(() -> new Confirmation(question -> Optional.empty()).require(CLAIM, PLACE))
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll("Nothing was sent", "claim *******0100", PLACE, "terminal");
  }

  @Test
  void require_noConsoleInTests_refuses() {
    assertThatThrownBy(() -> Confirmation.atConsole().require(CLAIM, PLACE))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void require_release_wantsTheLastFourDigits() {
    assertThatCode(() -> typing("0100").require(RELEASE, PLACE)).doesNotThrowAnyException();
    assertThatThrownBy(() -> typing("yes").require(RELEASE, PLACE))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void require_asks_saysWhatWhereAndWhatFollows() {
    List<String> questions = new ArrayList<>();
    new Confirmation(
            question -> {
              questions.add(question);
              return Optional.of("yes");
            })
        .require(CLAIM, PLACE);
    assertThat(questions)
        .containsExactly(
            """
            On Amazon Connect in us-west-2:
            This will claim *******0100.
            The number costs money.
            Type yes to go on, anything else to stop:\s""");
  }

  private static Confirmation typing(String line) {
    return new Confirmation(question -> Optional.of(line));
  }
}
