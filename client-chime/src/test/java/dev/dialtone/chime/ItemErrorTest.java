package dev.dialtone.chime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an error inside a batch's 200 says of the one number. */
class ItemErrorTest {
  @ParameterizedTest
  @CsvSource({
    "BadRequest, INVALID_PARAMETER, YES, false",
    "Conflict, CONFLICT, YES, false",
    "Throttled, THROTTLED, YES, true",
    "ServiceFailure, SERVICE_FAILURE, MAYBE, true",
    "PreconditionFailed, UNEXPECTED, YES, false",
    "PhoneNumberAssociationsExist, UNEXPECTED, YES, false",
    "Gremlin, UNEXPECTED, MAYBE, false",
    "'', UNEXPECTED, MAYBE, false"
  })
  void item_ofThatCode_saysWhetherItMayHaveActed(
      String code, Kind kind, Reached reached, boolean again) {
    PortException failure = ChimeFailures.ofItem(code, null, null);
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.reached()).isEqualTo(reached);
    assertThat(failure.retryable()).isEqualTo(again);
  }
}
