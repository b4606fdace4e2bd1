package dev.dialtone.benchmarks;

import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.Faults;
import dev.dialtone.testkit.Guess;
import dev.dialtone.testkit.OwnedNumber;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.ProvisionedNumber;
import dev.dialtone.testkit.SettleTime;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A stand-in that fails as networks and services do, and wishes of all kinds on its numbers: some
 * have a number to themselves, some share one and are in each other's way. This class is
 * thread-safe.
 */
final class MixedWorld implements AutoCloseable {
  private static final List<String> WRITES =
      List.of(
          "ClaimPhoneNumber",
          "ImportPhoneNumber",
          "UpdatePhoneNumber",
          "UpdatePhoneNumberMetadata",
          "ReleasePhoneNumber",
          "TagResource",
          "AssociatePhoneNumberContactFlow",
          "chimesdkvoice:UpdatePhoneNumber");
  private static final List<String> READS =
      List.of("DescribePhoneNumber", "ListPhoneNumbersV2", "chimesdkvoice:GetPhoneNumber");
  private static final List<Kind> KINDS = List.copyOf(EnumSet.allOf(Kind.class));
  private static final int ENOUGH = 100_000;

  private final PhoneNumberSimulator simulator;
  private final String instance;
  private final String group;
  private final String flow;
  private final List<Wish> wishes;

  MixedWorld(KillPlan plan) {
    int operations = plan.operations();
    long seed = plan.seed();
    simulator =
        PhoneNumberSimulator.builder()
            .seed(seed)
            .settlesAfter(SettleTime.uniform(Duration.ofMillis(20), Duration.ofMillis(600)))
            .callingNameSettlesAfter(
                SettleTime.uniform(Duration.ofMillis(100), Duration.ofSeconds(2)))
            .flip(plan.doubts().flipped().toArray(Guess[]::new))
            .start();
    instance = simulator.addInstance(ENOUGH);
    group = simulator.addTrafficDistributionGroup(instance, ENOUGH);
    flow = simulator.addFlow(instance, "Main menu");
    simulator.offer("US", "TOLL_FREE", number(0), operations);
    wishes = IntStream.range(0, operations).mapToObj(this::wish).toList();
    troubles(simulator.faults(), seed);
    simulator.faults().staleReads(plan.doubts().staleReads());
  }

  /** 5 % of replies lost after the effect, 2 % before it, 2 % 5xx of which half did it, 2 % 429. */
  private static void troubles(Faults faults, long seed) {
    long next = seed;
    for (String write : WRITES) {
      faults.sometimes(write, 0.05, next++, Fault.replyLostAfterEffect());
      faults.sometimes(write, 0.02, next++, Fault.replyLostBeforeEffect());
      faults.sometimes(write, 0.01, next++, Fault.serverError());
      faults.sometimes(write, 0.01, next++, Fault.unavailable().afterEffect());
      faults.sometimes(write, 0.02, next++, Fault.throttled());
    }
    for (String read : READS) {
      faults.sometimes(read, 0.02, next++, Fault.connectionReset());
      faults.sometimes(read, 0.02, next++, Fault.serverError());
      faults.sometimes(read, 0.02, next++, Fault.throttled());
    }
  }

  private Wish wish(int i) {
    Kind kind = KINDS.get(i % KINDS.size());
    String key = kind + "-" + i;
    String text = kind + " " + i;
    return switch (kind) {
      case CLAIM -> new Wish(key, kind, number(i), "", group, text);
      case CLAIM_ON_FLOW -> new Wish(key, kind, number(i), "", flow, text);
      case IMPORT -> {
        String source = simulator.addSourceNumber("US", "TOLL_FREE", source(i));
        yield new Wish(key, kind, source(i), source, instance, text);
      }
      case MOVE, RELEASE, TAG -> new Wish(key, kind, owned(i), own(i), group, text);
      case DESCRIPTION -> {
        // On the number of the move before, which may be in progress.
        String arn = simulator.ledger().number(owned(i - 1)).orElseThrow().arn();
        yield new Wish(key, kind, owned(i - 1), arn, "", text);
      }
      case FLOW -> {
        // On the number of the tag before.
        String arn = simulator.ledger().number(owned(i - 1)).orElseThrow().arn();
        yield new Wish(key, kind, owned(i - 1), arn, flow, text);
      }
      case CALLING_NAME, NAME -> {
        simulator.addVoiceNumber(voice(i));
        yield new Wish(key, kind, voice(i), "", "", "ACME " + i);
      }
    };
  }

  private String own(int i) {
    return simulator.own("US", "TOLL_FREE", owned(i), instance);
  }

  private static String number(int i) {
    return "+1800%07d".formatted(5_550_000 + i);
  }

  private static String source(int i) {
    return "+1833%07d".formatted(5_550_000 + i);
  }

  private static String owned(int i) {
    return "+1844%07d".formatted(5_550_000 + i);
  }

  private static String voice(int i) {
    return "+1206%07d".formatted(5_550_000 + i);
  }

  List<Wish> wishes() {
    return wishes;
  }

  PhoneNumberSimulator simulator() {
    return simulator;
  }

  /** How often this was done. */
  int effects(Wish wish) {
    return (int)
        simulator.ledger().effectsOn(wish.number()).stream()
            .filter(effect -> effect.operation().equals(wish.kind().effect()))
            .count();
  }

  /** Whether what was wished for is there. */
  boolean isThere(Wish wish) {
    return switch (wish.kind()) {
      case CLAIM, MOVE -> owned(wish, it -> it.targetArn().equals(group));
      case CLAIM_ON_FLOW -> owned(wish, it -> it.contactFlowId().equals(Optional.of(flow)));
      case IMPORT -> owned(wish, it -> it.targetArn().equals(instance));
      case DESCRIPTION -> owned(wish, it -> it.description().equals(wish.text()));
      case RELEASE -> simulator.ledger().number(wish.number()).isEmpty();
      case TAG -> owned(wish, it -> it.tags().containsValue(wish.text()));
      case FLOW -> owned(wish, it -> it.contactFlowId().equals(Optional.of(flow)));
      case CALLING_NAME -> provisioned(wish, it -> it.callingName().equals(wish.text()));
      case NAME -> provisioned(wish, it -> it.name().equals(wish.text()));
    };
  }

  private boolean owned(Wish wish, Predicate<OwnedNumber> asWished) {
    return simulator
        .ledger()
        .number(wish.number())
        .filter(it -> it.status().equals("CLAIMED"))
        .filter(asWished)
        .isPresent();
  }

  private boolean provisioned(Wish wish, Predicate<ProvisionedNumber> asWished) {
    return simulator.voiceNumbers().stream()
        .filter(it -> it.number().equals(wish.number()))
        .anyMatch(asWished);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
