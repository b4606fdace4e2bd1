package dev.dialtone.benchmarks;

import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes every claim, never settles any, and keeps nothing, so that it weighs nothing. */
final class ForgetfulService extends ClaimsOnly {
  /** An id is as long as AWS's, and tells the number. */
  private static final String UUID_BEGINS = "0a1b2c3d-0000-4000-8000-0";

  private final VirtualTime time;
  private long looks;

  ForgetfulService(VirtualTime time) {
    this.time = time;
  }

  @Override
  public CompletionStage<Accepted> claim(Claim claim, Call call) {
    call.leaves().run();
    String id = UUID_BEGINS + claim.number().value().substring(1);
    return CompletableFuture.completedFuture(new Accepted(Optional.of(PhoneNumberId.of(id))));
  }

  @Override
  public CompletionStage<ConnectNumber> describe(PhoneNumberId id, Call call) {
    call.leaves().run();
    looks++;
    return CompletableFuture.completedFuture(
        new ConnectNumber(
            id,
            Optional.empty(),
            E164.of("+" + id.value().substring(UUID_BEGINS.length())),
            Optional.empty(),
            Optional.empty(),
            NumberStatus.IN_PROGRESS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty()));
  }

  /** Lets time pass until so many more looks were answered. */
  void awaitLooks(long more) {
    long until = looks + more;
    while (looks < until && time.step()) {}
  }
}
