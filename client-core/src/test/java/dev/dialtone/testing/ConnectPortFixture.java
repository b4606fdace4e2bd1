package dev.dialtone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dialtone.model.Arn;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Import;
import dev.dialtone.spi.ConnectPort.Listing;
import dev.dialtone.spi.ConnectPort.Search;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The world that {@link ConnectPortContract} needs, and how it speaks of it. */
abstract class ConnectPortFixture {
  static final E164 NUMBER = E164.of("+18445550100");
  static final E164 ANOTHER = E164.of("+18445550199");

  /** The port under test. */
  protected abstract ConnectPort port();

  /** An instance of the port's Region with room for numbers. */
  protected abstract Target.Instance instance();

  /** An instance of the port's Region whose quota of numbers is used up. */
  protected abstract Target.Instance fullInstance();

  /** A traffic distribution group of {@link #instance()}, with room for numbers. */
  protected abstract Target.TrafficDistributionGroup group();

  /** A flow of {@link #instance()}. */
  protected abstract ContactFlow flow();

  /** Puts these toll-free numbers of the US into the inventory. */
  protected abstract void offer(E164... numbers);

  /** Adds a toll-free number of the US to another service, from which it can be imported. */
  protected abstract SourceNumber addSource(E164 number);

  /** Makes what is IN_PROGRESS settle. */
  protected abstract void letSettle();

  final PhoneNumberId claimed() {
    offer(NUMBER);
    PhoneNumberId id = get(port().claim(claim(NUMBER), call())).id().orElseThrow();
    letSettle();
    return id;
  }

  final Claim claim(E164 number) {
    return new Claim(
        number,
        instance(),
        Optional.of("Support line"),
        new TreeMap<>(Map.of("team", "support", "cost centre", "42")),
        Optional.empty());
  }

  final Import importOf(SourceNumber source) {
    return new Import(
        source,
        instance(),
        Optional.of("Support line"),
        new TreeMap<>(Map.of("team", "support")),
        Optional.empty());
  }

  final Listing listing() {
    return new Listing(
        Optional.empty(), Set.of(), Set.of(), Optional.empty(), 1_000, Optional.empty());
  }

  final Arn arn(PhoneNumberId id) {
    return describe(id).arn().orElseThrow();
  }

  final Search search(String prefix) {
    return new Search(
        CountryCode.of("US"),
        NumberType.TOLL_FREE,
        instance(),
        Optional.of(prefix),
        10,
        Optional.empty());
  }

  final ConnectNumber describe(PhoneNumberId id) {
    return get(port().describe(id, call()));
  }

  static PhoneNumberId unknownId() {
    return PhoneNumberId.of(UUID.randomUUID().toString());
  }

  static Call call() {
    return new Call(UUID.randomUUID().toString(), Duration.ofSeconds(10));
  }

  /** The service saw it, refused it, and sending it again would not help. */
  static void assertRefused(PortException refusal, Kind kind) {
    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal.reached()).isEqualTo(Reached.YES);
    assertThat(refusal.retryable()).isFalse();
    assertThat(refusal.status()).isBetween(400, 499);
    assertThat(refusal.code()).isPresent();
    assertThat(refusal.requestId()).isPresent();
  }

  static PortException failure(CompletionStage<?> stage) {
    Throwable failure = catchThrowable(() -> get(stage));
    assertThat(failure).isInstanceOf(PortException.class);
    return (PortException) failure;
  }

  static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof PortException refusal) {
        throw refusal;
      }
      throw new AssertionError("a port fails with PortException and no other", failed);
    } catch (InterruptedException | TimeoutException noAnswer) {
      throw new AssertionError("no answer", noAnswer);
    }
  }
}
