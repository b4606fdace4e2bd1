package dev.dialtone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.benchmarks.Contestant.Describer;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.connect.model.DescribePhoneNumberResponse;

/** That all are told the same number, and a whole one; {@link OneCall} takes the times. */
class OneCallTest {
  @ParameterizedTest
  @EnumSource
  void contestant_asking_isToldTheNumber(Contestant contestant) throws IOException {
    try (var service = new CannedProcess();
        Describer describer = contestant.at(service.endpoint())) {
      assertWhole(describer.answer());
      assertThat(describer.start()).succeedsWithin(Duration.ofSeconds(15));
    }
  }

  private static void assertWhole(Object answer) {
    if (answer instanceof DescribePhoneNumberResponse reply) {
      assertThat(reply.claimedPhoneNumberSummary().phoneNumberId())
          .isEqualTo(CannedService.NUMBER_ID);
    } else {
      ConnectNumber number = (ConnectNumber) answer;
      assertThat(number.id().value()).isEqualTo(CannedService.NUMBER_ID);
      assertThat(number.status()).isEqualTo(NumberStatus.CLAIMED);
      assertThat(number.target()).isPresent();
      assertThat(number.tags()).containsEntry("team", "support");
    }
  }
}
