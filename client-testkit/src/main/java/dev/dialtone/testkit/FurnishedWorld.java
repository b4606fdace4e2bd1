package dev.dialtone.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@link SimulatorMain}'s simulator has in it: what was asked for, and something ready-made of
 * each kind that nothing was said of. Not thread-safe.
 */
final class FurnishedWorld {
  private final List<NumberRange> offers = new ArrayList<>();
  private final List<NumberRange> owned = new ArrayList<>();
  private final List<NumberRange> sources = new ArrayList<>();
  private final List<ProvisionedNumber> voice = new ArrayList<>();
  private final List<ProvisionedNumber> legacy = new ArrayList<>();
  private final List<FaultWish> faults = new ArrayList<>();
  private Optional<Integer> quota = Optional.empty();
  private long seed;

  void quota(int numbers) {
    quota = Optional.of(Arguments.notNegative(numbers));
  }

  void offer(NumberRange range) {
    offers.add(range);
  }

  void own(NumberRange range) {
    owned.add(range);
  }

  void source(NumberRange range) {
    sources.add(range);
  }

  void voice(ProvisionedNumber number) {
    voice.add(number);
  }

  void legacy(ProvisionedNumber number) {
    legacy.add(number);
  }

  void fault(FaultWish wish) {
    faults.add(wish);
  }

  void seed(long newSeed) {
    seed = newSeed;
  }

  /** Builds it and says what there is. */
  Inhabitants furnish(PhoneNumberSimulator simulator) {
    fillUp();
    String instance = quota.map(simulator::addInstance).orElseGet(() -> simulator.addInstance());
    String group = simulator.addTrafficDistributionGroup(instance);
    String flow = simulator.addFlow(instance, "Main menu");
    offers.forEach(range -> simulator.offer(range.country(), range.type(), range.numbers()));
    owned.forEach(
        range ->
            range
                .numbers()
                .forEach(number -> simulator.own(range.country(), range.type(), number, instance)));
    List<String> arns =
        sources.stream()
            .flatMap(
                range ->
                    range.numbers().stream()
                        .map(
                            number ->
                                simulator.addSourceNumber(range.country(), range.type(), number)))
            .toList();
    voice.forEach(simulator::addVoiceNumber);
    legacy.forEach(simulator::addLegacyNumber);
    faults.forEach(wish -> wish.tell(simulator.faults(), seed));
    return new Inhabitants(instance, group, flow, offers, owned, arns, voice, legacy, faults);
  }

  private void fillUp() {
    if (offers.isEmpty()) {
      offers.add(new NumberRange("US", "TOLL_FREE", "+18005550100", 50));
      offers.add(new NumberRange("US", "DID", "+12065550100", 50));
    }
    if (sources.isEmpty()) {
      sources.add(new NumberRange("US", "DID", "+12065550190", 1));
    }
    if (voice.isEmpty()) {
      voice.add(ProvisionedNumber.of("+12065550170"));
      voice.add(ProvisionedNumber.of("+12065550171").callingName("ACME").assigned());
    }
    if (legacy.isEmpty()) {
      legacy.add(ProvisionedNumber.of("+12065550180"));
    }
  }

  /** What there is, for the guide to tell. */
  record Inhabitants(
      String instance,
      String group,
      String flow,
      List<NumberRange> offers,
      List<NumberRange> owned,
      List<String> sources,
      List<ProvisionedNumber> voice,
      List<ProvisionedNumber> legacy,
      List<FaultWish> faults) {}
}
