package dev.dialtone.benchmarks;

import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes every claim, never settles any, and keeps nothing, so that it weighs nothing. */
final class ForgetfulService extends ClaimsOnly {
  private final VirtualTime time;
  private final ConnectNumber pending;
  private long looks;

  ForgetfulService(VirtualTime time) {
    this.time = time;
    this.pending =
        new ConnectNumber(
            PhoneNumberId.of("pending"),
            Optional.empty(),
            E164.of("+18005550100"),
            Optional.empty(),
            Optional.empty(),
            NumberStatus.IN_PROGRESS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty());
  }

  @Override
  public CompletionStage<Accepted> claim(Claim claim, Call call) {
    call.leaves().run();
    // What AWS sends: a UUID.
    return CompletableFuture.completedFuture(
        new Accepted(Optional.of(PhoneNumberId.of(UUID.randomUUID().toString()))));
  }

  @Override
  public CompletionStage<ConnectNumber> describe(PhoneNumberId id, Call call) {
    call.leaves().run();
    looks++;
    return CompletableFuture.completedFuture(pending);
  }

  /** Lets time pass until so many more looks were answered. */
  void awaitLooks(long more) {
    long until = looks + more;
    while (looks < until && time.step()) {}
  }
}
