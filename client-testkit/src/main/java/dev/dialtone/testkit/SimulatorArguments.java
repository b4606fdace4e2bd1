package dev.dialtone.testkit;

/**
 * The arguments of {@link SimulatorMain}: settings of the simulator, and what is in it. What is
 * wrong is said in one sentence. Not thread-safe.
 */
final class SimulatorArguments {
  private static final int DEFAULT_PORT = 8642;
  // The same ARNs at each start, so that scripts may keep them.
  private static final long DEFAULT_SEED = 1;

  private final SimulatorBuilder builder = PhoneNumberSimulator.builder();
  private final FurnishedWorld world = new FurnishedWorld();
  private int port = DEFAULT_PORT;
  private int voicePort = -1;
  private int legacyPort = -1;

  private SimulatorArguments() {
    seed(DEFAULT_SEED);
  }

  static SimulatorArguments parse(String... args) {
    var arguments = new SimulatorArguments();
    for (int i = 0; i < args.length; i += 2) {
      SimulatorOption option = SimulatorOptions.named(args[i]);
      Arguments.require(i + 1 < args.length, option.name() + " needs a value: " + option.value());
      option.take().accept(arguments, args[i + 1]);
    }
    arguments.listen();
    return arguments;
  }

  SimulatorBuilder builder() {
    return builder;
  }

  FurnishedWorld world() {
    return world;
  }

  void port(String number) {
    port = SimulatorOption.wholeNumber("--port", number);
    builder.port(port);
  }

  void voicePort(String number) {
    voicePort = SimulatorOption.wholeNumber("--voice-port", number);
    builder.voicePort(voicePort);
  }

  void legacyPort(String number) {
    legacyPort = SimulatorOption.wholeNumber("--legacy-port", number);
    builder.legacyPort(legacyPort);
  }

  void settle(SettleTime time) {
    builder.settlesAfter(time).callingNameSettlesAfter(time);
  }

  void seed(long seed) {
    builder.seed(seed);
    world.seed(seed);
  }

  /** Amazon Chime is at the two ports after Connect's unless it is told otherwise. */
  private void listen() {
    builder.port(port);
    builder.voicePort(voicePort >= 0 ? voicePort : after(1));
    builder.legacyPort(legacyPort >= 0 ? legacyPort : after(2));
  }

  private int after(int places) {
    return port == 0 ? 0 : port + places;
  }
}
