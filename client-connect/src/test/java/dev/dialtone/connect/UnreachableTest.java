package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.Adapters;
import dev.dialtone.aws.testing.ClientKind;
import dev.dialtone.aws.testing.UnreachableContract;
import dev.dialtone.error.UnreachableException;
import dev.dialtone.model.Target;
import dev.dialtone.testing.FastTimer;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnreachableTest extends UnreachableContract {
  UnreachableTest() {
    super(Clients.subject());
  }

  @ParameterizedTest
  @EnumSource(names = {"ASYNC_BUILDER", "BLOCKING_CLIENT"})
  void claim_nothingListens_isTriedFourTimesAndHasChangedNothing(ClientKind kind) {
    try (Adapters<ConnectAdapter> adapters = Clients.adapters();
        var timer = new FastTimer();
        PhoneNumbers numbers =
            PhoneNumbers.builder()
                .connect(adapters.of(kind, URI.create(NOBODY), UnreachableContract::impatient))
                .timer(timer)
                .build()) {
      var claim = numbers.claim(NUMBER).to(Target.instance("instance-1")).start();
      var failure = catchThrowableOfType(UnreachableException.class, () -> claim.await(PATIENCE));
      assertThat(failure.attempts()).isEqualTo(4);
      assertThat(failure).hasMessageContaining("nothing was changed");
    }
  }
}
