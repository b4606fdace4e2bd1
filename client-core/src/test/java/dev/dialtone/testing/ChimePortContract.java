package dev.dialtone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dialtone.model.CallingNameStatus;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.ChimeNumberType;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.ProductType;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.ChimePort.Listing;
import dev.dialtone.spi.ChimeVoicePort;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * What every way to Amazon Chime must do, the in-memory one and the adapters over HTTP alike, in
 * both namespaces. Each test gets a fresh world without numbers, in which a calling name stays
 * pending until it is told to settle.
 */
public abstract class ChimePortContract {
  private static final E164 NUMBER = E164.of("+12065550100");
  private static final E164 ANOTHER = E164.of("+12065550199");

  /** The port under test. */
  protected abstract ChimePort port();

  /** Adds a local number of the US, unassigned, for voice connectors, without a calling name. */
  protected abstract void add(E164 number);

  /** Makes what is pending settle. */
  protected abstract void letSettle();

  /** The next calling name settles as failed. */
  protected abstract void failNext(E164 number);

  @Test
  void describe_numberThere_showsIt() {
    add(NUMBER);
    ChimeNumber number = get(port().describe(NUMBER, call()));
    assertThat(number.number()).isEqualTo(NUMBER);
    assertThat(number.country()).contains(CountryCode.of("US"));
    assertThat(number.type()).contains(ChimeNumberType.LOCAL);
    assertThat(number.productType()).contains(ProductType.VOICE_CONNECTOR);
    assertThat(number.status()).contains("Unassigned");
    assertThat(number.callingName()).isEmpty();
    assertThat(number.callingNameStatus()).contains(CallingNameStatus.UNASSIGNED);
    assertThat(number.updatedAt()).isPresent();
  }

  @Test
  void describe_numberUnknown_isNotFound() {
    assertRefused(failure(port().describe(ANOTHER, call())), Kind.NOT_FOUND);
  }

  @Test
  void updateCallingName_accepted_isPendingAndThenSucceeded() {
    add(NUMBER);
    get(port().updateCallingName(NUMBER, "ACME SUPPORT", call()));
    ChimeNumber pending = get(port().describe(NUMBER, call()));
    assertThat(pending.callingNameStatus()).contains(CallingNameStatus.UPDATE_IN_PROGRESS);
    letSettle();
    ChimeNumber settled = get(port().describe(NUMBER, call()));
    assertThat(settled.callingName()).contains("ACME SUPPORT");
    assertThat(settled.callingNameStatus()).contains(CallingNameStatus.UPDATE_SUCCEEDED);
  }

  @Test
  void updateCallingName_anotherPending_isAConflict() {
    add(NUMBER);
    get(port().updateCallingName(NUMBER, "ACME SUPPORT", call()));
    assertRefused(failure(port().updateCallingName(NUMBER, "OTHER", call())), Kind.CONFLICT);
  }

  @Test
  void updateCallingName_settlingAsFailed_keepsTheOldName() {
    add(NUMBER);
    failNext(NUMBER);
    get(port().updateCallingName(NUMBER, "ACME SUPPORT", call()));
    letSettle();
    ChimeNumber settled = get(port().describe(NUMBER, call()));
    assertThat(settled.callingNameStatus()).contains(CallingNameStatus.UPDATE_FAILED);
    assertThat(settled.callingName()).isEmpty();
  }

  @Test
  void updateCallingName_empty_clearsIt() {
    add(NUMBER);
    get(port().updateCallingName(NUMBER, "ACME SUPPORT", call()));
    letSettle();
    get(port().updateCallingName(NUMBER, "", call()));
    letSettle();
    assertThat(get(port().describe(NUMBER, call())).callingName()).isEmpty();
  }

  @Test
  void updateCallingNames_someRefused_tellsWhichAndWhy() {
    add(NUMBER);
    Map<E164, PortException> refused =
        get(
            port()
                .updateCallingNames(Map.of(NUMBER, "ACME SUPPORT", ANOTHER, "ACME SALES"), call()));
    assertThat(refused).containsOnlyKeys(ANOTHER);
    assertThat(refused.get(ANOTHER).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(refused.get(ANOTHER).reached()).isEqualTo(Reached.YES);
    assertThat(get(port().describe(NUMBER, call())).callingNameStatus())
        .contains(CallingNameStatus.UPDATE_IN_PROGRESS);
    assertThat(get(port().updateCallingNames(Map.of(NUMBER, "OTHER"), call())).get(NUMBER).kind())
        .isEqualTo(Kind.CONFLICT);
  }

  @Test
  void update_numberUnknown_isNotFound() {
    assertRefused(failure(port().updateCallingName(ANOTHER, "ACME", call())), Kind.NOT_FOUND);
  }

  @Test
  void updateProductType_unassigned_readsBack() {
    add(NUMBER);
    ProductType dialIn = ProductType.SIP_MEDIA_APPLICATION_DIAL_IN;
    get(port().updateProductType(NUMBER, dialIn, call()));
    assertThat(get(port().describe(NUMBER, call())).productType()).contains(dialIn);
  }

  @Test
  void updateName_inTheVoiceNamespace_readsBack() {
    if (port() instanceof ChimeVoicePort voice) {
      add(NUMBER);
      get(voice.updateName(NUMBER, "Front desk", call()));
      assertThat(get(port().describe(NUMBER, call())).name()).contains("Front desk");
      get(voice.updateName(NUMBER, "", call()));
      assertThat(get(port().describe(NUMBER, call())).name()).isEmpty();
    }
  }

  @Test
  void list_moreThanAPage_goesOnAtTheToken() {
    add(NUMBER);
    add(ANOTHER);
    Listing one = new Listing(Optional.empty(), 1, Optional.empty());
    Page<ChimeNumber> first = get(port().list(one, call()));
    Page<ChimeNumber> second = get(port().list(one.from(first.nextToken()), call()));
    assertThat(first.items()).hasSize(1);
    assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
    assertThat(second.nextToken()).isEmpty();
  }

  @Test
  void list_ofAProductType_leavesOutTheRest() {
    add(NUMBER);
    int most = port().largestPage();
    Optional<ProductType> dialIn = Optional.of(ProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
    assertThat(get(port().list(new Listing(dialIn, most, Optional.empty()), call())).items())
        .isEmpty();
    Optional<ProductType> voice = Optional.of(ProductType.VOICE_CONNECTOR);
    assertThat(get(port().list(new Listing(voice, most, Optional.empty()), call())).items())
        .hasSize(1);
  }

  private static Call call() {
    return new Call(UUID.randomUUID().toString(), Duration.ofSeconds(10));
  }

  private static void assertRefused(PortException refusal, Kind kind) {
    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal.reached()).isEqualTo(Reached.YES);
    assertThat(refusal.retryable()).isFalse();
    assertThat(refusal.requestId()).isPresent();
    assertThat(refusal.summary()).doesNotContain("2065550");
  }

  private static PortException failure(CompletionStage<?> stage) {
    Throwable failure = catchThrowable(() -> get(stage));
    assertThat(failure).isInstanceOf(PortException.class);
    return (PortException) failure;
  }

  private static <T> T get(CompletionStage<T> stage) {
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
