package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class SimulatorExtensionTest {
  private static final Set<URI> SEEN = ConcurrentHashMap.newKeySet();
  private static final Set<String> ARNS = ConcurrentHashMap.newKeySet();
  private static final Map<String, String> ONE_BY_ONE = Map.of();

  @BeforeEach
  void forget() {
    SEEN.clear();
    ARNS.clear();
  }

  @Test
  void staticField_severalTests_oneSimulatorThatIsResetAndStopped() {
    Launched.allPass(InStaticField.class, 5, ONE_BY_ONE);

    assertThat(SEEN).hasSize(1).allSatisfy(SimulatorExtensionTest::isStopped);
    assertThat(ARNS).as("the same story in each test").hasSize(1);
  }

  @Test
  void instanceField_severalTests_oneSimulatorEachAndAllStopped() {
    Launched.allPass(InInstanceField.class, 3, ONE_BY_ONE);

    assertThat(SEEN).hasSize(3).allSatisfy(SimulatorExtensionTest::isStopped);
  }

  @Test
  void extendWith_noField_simulatorAndClientsAsParameters() {
    Launched.allPass(AsParameter.class, 1, ONE_BY_ONE);
  }

  @Test
  void staticField_testsInParallel_aSimulatorEach() {
    Launched.allPass(
        InParallel.class,
        4,
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));

    assertThat(SEEN).hasSize(4).allSatisfy(SimulatorExtensionTest::isStopped);
  }

  @Test
  void simulator_outsideOfTests_refused() {
    var aws = SimulatorExtension.builder().build();

    assertThatIllegalStateException().isThrownBy(aws::simulator).withMessage("no test is running");
  }

  static class InStaticField {
    @RegisterExtension
    static final SimulatorExtension aws =
        SimulatorExtension.builder()
            .settings(settings -> settings.settlesAfter(Duration.ZERO))
            .world(world -> world.offer("US", "TOLL_FREE", Bench.FIRST, 1))
            .build();

    private static String instance = "";

    @BeforeAll
    static void addInstance() {
      instance = aws.simulator().addInstance();
      aws.clients().connect().listPhoneNumbersV2(list -> {});
      aws.simulator().faults().always("TagResource", Fault.unavailable());
    }

    @RepeatedTest(3)
    void claim_theOnlyNumber_isThereEachTime() {
      SEEN.add(aws.simulator().endpoint());
      assertThat(aws.simulator().instances()).containsExactly(instance);
      assertThat(aws.simulator().ledger().requests()).isEmpty();
      aws.simulator().faults().next("TagResource", Fault.throttled());

      var claim =
          aws.clients()
              .connect()
              .claimPhoneNumber(request -> request.targetArn(instance).phoneNumber(Bench.FIRST));

      String arn = claim.phoneNumberArn();
      ARNS.add(arn);
      assertThatThrownBy(() -> tag(arn)).hasMessageContaining("Rate exceeded");
      aws.simulator().addInstance();
    }

    @Test
    void faults_ofBeforeAll_areThereEachTime() {
      assertThatThrownBy(() -> tag("arn:aws:connect:us-west-2:1:phone-number/1"))
          .hasMessageContaining("Service is unavailable");
    }

    private static void tag(String arn) {
      // Without the SDK's own retries.
      Bench.client(aws.simulator().endpoint())
          .tagResource(request -> request.resourceArn(arn).tags(Map.of("a", "b")));
    }

    @Nested
    class Inside {
      @Test
      void simulator_nestedClass_isThatOfTheOuter(PhoneNumberSimulator simulator) {
        assertThat(simulator).isSameAs(aws.simulator());
        SEEN.add(simulator.endpoint());
      }
    }
  }

  static class InInstanceField {
    @RegisterExtension final SimulatorExtension aws = SimulatorExtension.builder().build();

    @RepeatedTest(3)
    void start_eachTest_anEmptyWorld(PhoneNumberSimulator simulator) {
      assertThat(aws.simulator()).isSameAs(simulator);
      assertThat(simulator.instances()).isEmpty();
      simulator.addInstance();
      SEEN.add(simulator.endpoint());
    }
  }

  @ExtendWith(SimulatorExtension.class)
  static class AsParameter {
    @BeforeAll
    static void build(PhoneNumberSimulator simulator) {
      simulator.addVoiceNumber(ChimeBench.NUMBER);
    }

    @Test
    void voice_numberOfBeforeAll_isThere(SimulatorClients clients) {
      assertThat(
              clients
                  .voice()
                  .getPhoneNumber(request -> request.phoneNumberId(ChimeBench.NUMBER))
                  .phoneNumber()
                  .e164PhoneNumber())
          .isEqualTo(ChimeBench.NUMBER);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  static class InParallel {
    private static final CyclicBarrier ALL_ARE_RUNNING = new CyclicBarrier(4);

    @RegisterExtension
    static final SimulatorExtension aws =
        SimulatorExtension.builder().world(PhoneNumberSimulator::addInstance).build();

    @RepeatedTest(4)
    void simulator_besideOthers_isItsOwn(PhoneNumberSimulator simulator) throws Exception {
      ALL_ARE_RUNNING.await(30, TimeUnit.SECONDS);
      assertThat(aws.simulator()).isSameAs(simulator);
      assertThat(SEEN.add(simulator.endpoint())).isTrue();
      assertThat(simulator.instances()).hasSize(1);
      assertThatThrownBy(() -> CompletableFuture.supplyAsync(aws::simulator).get())
          .hasMessageContaining("take the simulator as a parameter");
      ALL_ARE_RUNNING.await(30, TimeUnit.SECONDS);
    }
  }

  private static void isStopped(URI endpoint) {
    assertThatThrownBy(() -> new RawHttp(endpoint).send("GET", "/", ""))
        .isInstanceOf(IOException.class);
  }
}
