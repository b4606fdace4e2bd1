package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class TagResourceTest {
  private final Bench bench = new Bench();
  private final String id = bench.claim(Bench.FIRST);
  private final String arn = bench.owned(id).arn();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void tag_inProgress_effectiveAtOnceAndStillSettling() {
    tag(arn, Map.of("team", "support", "stage", "test"));
    tag(arn, Map.of("team", "sales", "empty", ""));

    var expected = Map.of("team", "sales", "stage", "test", "empty", "");
    assertThat(bench.describe(id).tags()).isEqualTo(expected);
    assertThat(bench.status(id)).isEqualTo("IN_PROGRESS");
    bench.settle();
    assertThat(bench.describe(id).tags()).isEqualTo(expected);
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
    assertThat(bench.simulator.ledger().effects("TagResource")).hasSize(2);
  }

  @Test
  void tag_whatItHas_replayed() {
    tag(arn, Map.of("team", "support"));
    tag(arn, Map.of("team", "support"));

    assertThat(bench.dispositions("TagResource"))
        .containsExactly(Disposition.APPLIED, Disposition.REPLAYED);
    assertThat(bench.simulator.ledger().effects("TagResource")).hasSize(1);
  }

  @Test
  void tag_moreThanFiftyTogether_invalidParameter() {
    tag(arn, many(50));
    tag(arn, Map.of("key0", "other"));

    invalid(Map.of("one", "more"));
    assertThat(bench.describe(id).tags()).hasSize(50);
  }

  @Test
  void tag_brokenRule_invalidParameterAndNoEffect() {
    invalid(Map.of());
    invalid(many(51));
    invalid(Map.of("", "value"));
    invalid(Map.of("k".repeat(129), "value"));
    invalid(Map.of("aws:team", "value"));
    invalid(Map.of("team", "v".repeat(257)));
    assertThatThrownBy(() -> tag(id, Map.of("team", "support")))
        .isInstanceOf(InvalidParameterException.class);

    assertThat(bench.simulator.ledger().effects("TagResource")).isEmpty();
  }

  @Test
  void tag_noPhoneNumberOfOurs_resourceNotFound() {
    for (String other : new String[] {arn + "0", bench.instance}) {
      assertThatThrownBy(() -> tag(other, Map.of("team", "support")))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  private void invalid(Map<String, String> tags) {
    assertThatThrownBy(() -> tag(arn, tags)).isInstanceOf(InvalidParameterException.class);
  }

  private void tag(String resource, Map<String, String> tags) {
    bench.connect.tagResource(request -> request.resourceArn(resource).tags(tags));
  }

  private static Map<String, String> many(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "key" + i, i -> "value"));
  }
}
