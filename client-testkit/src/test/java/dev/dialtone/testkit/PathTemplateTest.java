package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathTemplateTest {
  private final PathTemplate flow = PathTemplate.of("/phone-number/{PhoneNumberId}/contact-flow");

  @Test
  void match_encodedMember_decodedOnce() {
    assertThat(flow.match("/phone-number/a%3Ab%2Fc%252F+/contact-flow"))
        .contains(Map.of("PhoneNumberId", "a:b/c%2F+"));
  }

  @Test
  void isChosenBy_fixedQuery_onlyWithItAndWhateverElse() {
    PathTemplate batch = PathTemplate.of("/phone-numbers?operation=batch-update");

    assertThat(batch.match("/phone-numbers")).contains(Map.of());
    assertThat(batch.isChosenBy(Map.of("operation", List.of("batch-update"), "x", List.of("y"))))
        .isTrue();
    assertThat(batch.isChosenBy(Map.of("operation", List.of("batch-delete")))).isFalse();
    assertThat(batch.isChosenBy(Map.of())).isFalse();
    assertThat(flow.isChosenBy(Map.of("x", List.of("y")))).isTrue();
  }

  @Test
  void match_emptyMember_isAbsent() {
    assertThat(flow.match("/phone-number//contact-flow")).contains(Map.of());
  }

  @Test
  void match_otherPath_nothing() {
    assertThat(flow.match("/phone-number/a/metadata")).isEmpty();
    assertThat(flow.match("/phone-number/a/b/contact-flow")).isEmpty();
    assertThat(flow.match("/phone-number/a")).isEmpty();
  }
}
