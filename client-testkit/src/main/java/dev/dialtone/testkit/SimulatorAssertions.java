package dev.dialtone.testkit;

/**
 * Where assertions on a {@link PhoneNumberSimulator} begin, beside AssertJ's own.
 *
 * <pre>{@code
 * import static dev.dialtone.testkit.SimulatorAssertions.assertThat;
 *
 * assertThat(simulator).hasOneEffectPerOperation().wasAskedAtMost(3, "DescribePhoneNumber");
 * }</pre>
 *
 * <p>Needs {@code assertj-core}, which the test kit does not bring. This class is thread-safe.
 */
public final class SimulatorAssertions {
  private SimulatorAssertions() {}

  /** On what this simulator was asked and did since its start or last reset. */
  public static SimulatorAssert assertThat(PhoneNumberSimulator simulator) {
    return new SimulatorAssert(simulator);
  }
}
