package dev.dialtone.testkit;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** All options of {@link SimulatorMain}. */
final class SimulatorOptions {
  static final String HELP = "--help";
  private static final List<SimulatorOption> ALL =
      List.of(
          option(
              "--port",
              "N",
              "of Amazon Connect (8642); 0 is any free one",
              SimulatorArguments::port),
          option(
              "--voice-port",
              "N",
              "of Chime SDK Voice (the one after --port)",
              SimulatorArguments::voicePort),
          option(
              "--legacy-port",
              "N",
              "of legacy Chime (the second after --port)",
              SimulatorArguments::legacyPort),
          option(
              "--region",
              "NAME",
              "in the ARNs (us-west-2)",
              (to, name) -> to.builder().region(name)),
          option(
              "--account",
              "DIGITS",
              "in the ARNs (111122223333)",
              (to, account) -> to.builder().account(account)),
          option(
              "--settle",
              "TIME",
              "until a change has settled (fixed:200ms)",
              (to, time) -> to.settle(SettleWish.of(time))),
          option(
              "--settle-millis",
              "N",
              "the same in fixed milliseconds (200)",
              (to, millis) ->
                  to.settle(
                      SettleWish.millis(SimulatorOption.wholeNumber("--settle-millis", millis)))),
          option(
              "--throttle",
              "RATE,BURST",
              "429 beyond it, each operation by itself; AWS: 2,5 (no limit)",
              SimulatorOptions::throttle),
          option(
              "--quota",
              "N",
              "numbers that the instance may have (5)",
              (to, quota) -> to.world().quota(SimulatorOption.wholeNumber("--quota", quota))),
          option(
              "--offer",
              "COUNTRY:TYPE:FIRST:COUNT",
              "in the inventory; again for more (100 numbers of the US)",
              (to, range) -> to.world().offer(NumberRange.of(range))),
          option(
              "--own",
              "COUNTRY:TYPE:FIRST:COUNT",
              "with the instance from the start; again for more (none)",
              (to, range) -> to.world().own(NumberRange.of(range))),
          option(
              "--source",
              "COUNTRY:TYPE:FIRST:COUNT",
              "to be imported; again for more (one)",
              (to, range) -> to.world().source(NumberRange.of(range))),
          option(
              "--voice-number",
              "NUMBER",
              "of Chime SDK Voice; again for more (two)",
              (to, number) -> to.world().voice(ProvisionedNumber.of(number))),
          option(
              "--legacy-number",
              "NUMBER",
              "of legacy Chime; again for more (one)",
              (to, number) -> to.world().legacy(ProvisionedNumber.of(number))),
          option(
              "--fault",
              "OPERATION=KIND[:PROBABILITY]",
              "what goes wrong, always or by chance; again for more",
              (to, fault) -> to.world().fault(FaultWish.of(fault))),
          option(
              "--seed",
              "N",
              "of ids, settle times and that chance: the same seed, the same story (1)",
              (to, seed) -> to.seed(SimulatorOption.seed(seed))),
          option(
              "--flip",
              "GUESS",
              "takes the other answer to what nobody has confirmed; again for more",
              (to, guess) -> to.builder().flip(GuessWish.of(guess))));

  private SimulatorOptions() {}

  static SimulatorOption named(String name) {
    return ALL.stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(advice(name)));
  }

  static String help() {
    return """
        A stand-in for the phone numbers of Amazon Connect and Amazon Chime on 127.0.0.1.

        Options, with what holds without them:
        %s
          %-40s this text

        TYPE is one of TOLL_FREE, DID, UIFN, SHARED, THIRD_PARTY_TF, THIRD_PARTY_DID, SHORT_CODE.
        COUNT may be left out: one number.
        TIME is fixed:2s, uniform:1s..5s, lognormal:2s,0.8 (median and sigma) or lognormal:2s,0.8,24s
        (and never longer), in ms, s, m, h or d.
        GUESS is one of %s.
        KIND is one of %s.
        OPERATION is one of %s.
        """
        .formatted(
            ALL.stream().map(SimulatorOption::help).collect(joining("\n")),
            HELP,
            String.join(", ", GuessWish.names()),
            String.join(", ", FaultWish.kinds()),
            String.join(", ", new TreeSet<>(OperationNames.all())));
  }

  private static String advice(String name) {
    SimulatorOption nearest =
        ALL.stream().min(Comparator.comparingInt(option -> option.distanceTo(name))).orElseThrow();
    String guess = nearest.distanceTo(name) <= 3 ? "did you mean " + nearest.name() + "? " : "";
    return "unknown option " + name + ": " + guess + HELP + " shows all";
  }

  private static void throttle(SimulatorArguments to, String rateAndBurst) {
    String[] parts = rateAndBurst.split(",", -1);
    Arguments.require(
        parts.length == 2,
        "--throttle needs RATE,BURST, for example 2,5, not '" + rateAndBurst + "'");
    to.builder()
        .throttle(
            SimulatorOption.number("--throttle", parts[0]),
            SimulatorOption.wholeNumber("--throttle", parts[1]));
  }

  private static SimulatorOption option(
      String name, String value, String meaning, BiConsumer<SimulatorArguments, String> take) {
    return new SimulatorOption(name, value, meaning, take);
  }
}
