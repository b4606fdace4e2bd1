package dev.dialtone.benchmarks;

import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.PortException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A stand-in for Amazon Connect in virtual time that claims and describes: scaled quotas, a latency
 * each way, and settle times that are dealt in order of accepted claims.
 */
final class ScaledService extends ClaimsOnly {
  private final VirtualTime time;
  private final double[] settleTimes;
  private final Duration latency;
  private final ServiceQuota claims;
  private final ServiceQuota describes;
  private final ServiceQuota lists;
  private final ListBehaviour listed;
  private final Random random = new Random(1);
  private final Map<String, Held> byToken = new LinkedHashMap<>();
  private final Map<PhoneNumberId, Held> byId = new HashMap<>();

  /** A number that was claimed. */
  record Held(PhoneNumberId id, Claim claim, double settledAt, double listedAt) {}

  ScaledService(VirtualTime time, Shape shape, double[] settleTimes) {
    this.time = time;
    this.settleTimes = settleTimes;
    this.latency = Duration.ofMillis(shape.latencyMillis());
    this.claims = new ServiceQuota(shape.submit());
    this.describes = new ServiceQuota(shape.describe());
    this.lists = new ServiceQuota(shape.describe());
    this.listed = shape.lists();
  }

  @Override
  public CompletionStage<Accepted> claim(Claim claim, Call call) {
    call.leaves().run();
    return answer(
        claims,
        () -> {
          Held held = byToken.computeIfAbsent(call.token(), token -> newHeld(claim));
          byId.put(held.id(), held);
          return new Accepted(Optional.of(held.id()));
        });
  }

  private Held newHeld(Claim claim) {
    int order = byToken.size();
    double now = time.seconds();
    return new Held(
        PhoneNumberId.of("id-" + order),
        claim,
        now + settleTimes[order],
        now + listed.shownAfter(settleTimes[order], random));
  }

  @Override
  public CompletionStage<ConnectNumber> describe(PhoneNumberId id, Call call) {
    call.leaves().run();
    return answer(describes, () -> shown(held(id)));
  }

  @Override
  public CompletionStage<Page<ListedNumber>> list(Listing listing, Call call) {
    if (listed == ListBehaviour.DENIED) {
      return super.list(listing, call);
    }
    call.leaves().run();
    return answer(lists, () -> page(listing));
  }

  private Page<ListedNumber> page(Listing listing) {
    int from = listing.nextToken().map(Integer::parseInt).orElse(0);
    int end = from + listing.maxResults();
    List<ListedNumber> all =
        byToken.values().stream()
            .filter(held -> held.listedAt() <= time.seconds())
            .map(ScaledService::item)
            .toList();
    return new Page<>(
        all.subList(from, Math.min(end, all.size())),
        end < all.size() ? Optional.of(String.valueOf(end)) : Optional.empty());
  }

  private static ListedNumber item(Held held) {
    return new ListedNumber(
        held.id(),
        Optional.empty(),
        held.claim().number(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(held.claim().target()),
        Optional.empty(),
        Optional.empty());
  }

  private ConnectNumber shown(Held held) {
    boolean settled = held.settledAt() <= time.seconds();
    return new ConnectNumber(
        held.id(),
        Optional.empty(),
        held.claim().number(),
        Optional.empty(),
        Optional.empty(),
        settled ? NumberStatus.CLAIMED : NumberStatus.IN_PROGRESS,
        Optional.empty(),
        Optional.of(held.claim().target()),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private <T> CompletionStage<T> answer(ServiceQuota quota, Supplier<T> effect) {
    var answer = new CompletableFuture<T>();
    time.after(
        latency,
        () -> {
          if (quota.takes(time.seconds())) {
            T reply = effect.get();
            time.after(latency, () -> answer.complete(reply));
          } else {
            time.after(latency, () -> answer.completeExceptionally(oneTooMany()));
          }
        });
    return answer;
  }

  private static PortException oneTooMany() {
    return PortException.of(
            PortException.Kind.THROTTLED, PortException.Reached.YES, "Rate exceeded")
        .reply(429, "ThrottlingException", "")
        .retryable()
        .build();
  }

  Held held(PhoneNumberId id) {
    Held held = byId.get(id);
    if (held == null) {
      throw new IllegalStateException("nobody claimed " + id);
    }
    return held;
  }

  ServiceQuota claims() {
    return claims;
  }

  ServiceQuota lists() {
    return lists;
  }

  ServiceQuota describes() {
    return describes;
  }
}
