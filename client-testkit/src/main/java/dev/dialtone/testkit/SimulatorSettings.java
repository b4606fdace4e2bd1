package dev.dialtone.testkit;

/**
 * What a {@link SimulatorBuilder} was told, for one simulator.
 *
 * @param throttle of this simulator alone
 */
record SimulatorSettings(
    Ports ports,
    Arns arns,
    Throttle throttle,
    WorldRules rules,
    ChimeWorld.CallingNameBehaviour callingNames) {

  /** Those of 127.0.0.1; 0 is any free one. */
  record Ports(int connect, int voice, int legacy) {}
}
