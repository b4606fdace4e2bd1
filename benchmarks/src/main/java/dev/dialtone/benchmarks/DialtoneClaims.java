package dev.dialtone.benchmarks;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;

/** All started at once, under a quota that loopback can bear. Nothing else is set. */
final class DialtoneClaims implements Claims {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "Dialtone";
  }

  @Override
  public Map<String, Boolean> claim(ClaimWorld world, List<String> wanted) {
    Map<String, Boolean> told = new HashMap<>();
    try (PhoneNumbers numbers =
        PhoneNumbers.builder()
            .connect(ConnectAdapter.of(world.clients().connect(ConnectAsyncClient.builder())))
            .quota(Quota.of(400, 40))
            .build()) {
      Target instance = Target.instance(world.instance());
      Map<String, Operation<ConnectNumber>> claims = new LinkedHashMap<>();
      for (String number : wanted) {
        claims.put(number, numbers.claim(E164.of(number)).to(instance).start());
      }
      claims.forEach((number, claim) -> told.put(number, isClaimed(claim)));
    }
    return told;
  }

  private static boolean isClaimed(Operation<ConnectNumber> claim) {
    try {
      claim.await(PATIENCE);
      return true;
    } catch (PhoneNumberException failed) {
      return false;
    }
  }
}
