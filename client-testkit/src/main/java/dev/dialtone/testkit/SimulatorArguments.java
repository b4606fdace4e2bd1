package dev.dialtone.testkit;

import java.time.Duration;

/** The arguments of {@link SimulatorMain}; what is wrong is said in one sentence. */
final class SimulatorArguments {
  static final String USAGE = "usage: [--port N] [--region NAME] [--settle-millis N]";
  private static final int DEFAULT_PORT = 8642;

  private SimulatorArguments() {}

  static SimulatorBuilder parse(String... args) {
    SimulatorBuilder builder = listening(PhoneNumberSimulator.builder(), DEFAULT_PORT);
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i];
      switch (name) {
        case "--port" -> listening(builder, number(name, value(args, i)));
        case "--region" -> builder.region(value(args, i));
        case "--settle-millis" ->
            settling(builder, Duration.ofMillis(number(name, value(args, i))));
        default -> throw new IllegalArgumentException("unknown argument " + name);
      }
    }
    return builder;
  }

  /** Amazon Chime listens at the two ports after Connect's. */
  private static SimulatorBuilder listening(SimulatorBuilder builder, int port) {
    return port == 0
        ? builder.port(0).voicePort(0).legacyPort(0)
        : builder.port(port).voicePort(port + 1).legacyPort(port + 2);
  }

  private static void settling(SimulatorBuilder builder, Duration after) {
    builder.settlesAfter(after).callingNameSettlesAfter(after);
  }

  private static String value(String[] args, int nameAt) {
    if (nameAt + 1 == args.length) {
      throw new IllegalArgumentException(args[nameAt] + " needs a value");
    }
    return args[nameAt + 1];
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " needs a whole number, not '" + value + "'", e);
    }
  }
}
