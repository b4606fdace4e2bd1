package dev.dialtone.testkit;

import java.time.Duration;

/**
 * What a {@link SimulatorBuilder} was told, for one simulator.
 *
 * @param throttle of this simulator alone
 * @param latency how long each reply takes
 */
record SimulatorSettings(
    Ports ports,
    Arns arns,
    Throttle throttle,
    Duration latency,
    WorldRules rules,
    ChimeWorld.CallingNameBehaviour callingNames) {

  /** Those of 127.0.0.1; 0 is any free one. */
  record Ports(int connect, int voice, int legacy) {}
}
