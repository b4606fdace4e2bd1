package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class UntagResourceTest {
  private final Bench bench = new Bench();
  private final String id = bench.claim(Bench.FIRST);
  private final String arn = bench.owned(id).arn();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void untag_someKeys_goneAtOnce() {
    tag();

    untag(arn, "team", "a b");
    assertThat(bench.describe(id).tags()).containsOnlyKeys("stage");
    assertThat(bench.status(id)).isEqualTo("IN_PROGRESS");
    untag(arn, "stage");
    assertThat(bench.describe(id).hasTags()).isFalse();

    assertThat(bench.simulator.ledger().effects("UntagResource")).hasSize(2);
    assertThat(bench.simulator.ledger().requests("UntagResource").get(0).query())
        .containsEntry("tagKeys", "team,a b");
  }

  @Test
  void untag_whatItDoesNotHave_replayed() {
    tag();
    untag(arn, "team");
    untag(arn, "team", "never");

    assertThat(bench.dispositions("UntagResource"))
        .containsExactly(Disposition.APPLIED, Disposition.REPLAYED);
    assertThat(bench.simulator.ledger().effects("UntagResource")).hasSize(1);
  }

  @Test
  void untag_brokenRule_invalidParameter() {
    invalid(arn);
    invalid(arn, "aws:team");
    invalid(arn, "k".repeat(129));
    invalid(arn, IntStream.range(0, 51).mapToObj(i -> "key" + i).toArray(String[]::new));
    invalid(id, "team");
  }

  @Test
  void untag_noPhoneNumberOfOurs_resourceNotFound() {
    for (String other : new String[] {arn + "0", bench.instance}) {
      assertThatThrownBy(() -> untag(other, "team")).isInstanceOf(ResourceNotFoundException.class);
    }
  }

  private void tag() {
    bench.connect.tagResource(
        request ->
            request
                .resourceArn(arn)
                .tags(Map.of("team", "support", "stage", "test", "a b", "value")));
  }

  private void invalid(String resource, String... keys) {
    assertThatThrownBy(() -> untag(resource, keys)).isInstanceOf(InvalidParameterException.class);
  }

  private void untag(String resource, String... keys) {
    bench.connect.untagResource(request -> request.resourceArn(resource).tagKeys(keys));
  }
}
