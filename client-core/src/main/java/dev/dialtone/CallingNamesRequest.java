package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ChimeChanges;
import dev.dialtone.internal.ChimeOperations;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.spi.ChimePort;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes of many numbers' outbound calling names: each is an operation of its own, under the rules
 * of {@link CallingNameRequest}, but they share requests, up to 50 changes or 100 reads in one. A
 * request that succeeds as a whole may refuse some of its changes; those fail, and no others. A
 * change may wait up to 10 seconds for others to share its request.
 *
 * <p>What is there before is read from ListPhoneNumbers, where that tells it: if the list lags, a
 * number that has its name already may be given it once more.
 *
 * <p>Immutable: each method gives a new request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_BatchUpdatePhoneNumber.html">
 *     BatchUpdatePhoneNumber</a>
 */
public final class CallingNamesRequest {
  private final Gateway<ChimePort> gateway;
  private final Map<E164, CallingName> names;
  private final boolean afterPending;
  private final Choices choices;

  private CallingNamesRequest(
      Gateway<ChimePort> gateway,
      Map<E164, CallingName> names,
      boolean afterPending,
      Choices choices) {
    this.gateway = gateway;
    this.names = names;
    this.afterPending = afterPending;
    this.choices = choices;
  }

  static CallingNamesRequest of(Gateway<ChimePort> gateway, Map<E164, CallingName> names) {
    Map<E164, CallingName> copy = new LinkedHashMap<>();
    names.forEach(
        (number, name) -> copy.put(requireNonNull(number, "number"), requireNonNull(name, "name")));
    return new CallingNamesRequest(gateway, Collections.unmodifiableMap(copy), false, Choices.NONE);
  }

  /** Where a change is pending already, waits for it, and makes this one then. */
  public CallingNamesRequest afterPending() {
    return new CallingNamesRequest(gateway, names, true, choices);
  }

  /** As {@link CallingNameRequest#deadline}, for each of the operations. */
  public CallingNamesRequest deadline(Duration fromStart) {
    return new CallingNamesRequest(gateway, names, afterPending, choices.deadline(fromStart));
  }

  /**
   * Starts an operation for each number, and returns at once, without blocking.
   *
   * @throws dev.dialtone.error.InvalidRequestException if there is no number; nothing was sent
   * @throws IllegalStateException if the {@link PhoneNumbers} is closed
   */
  public Batch<ChimeNumber> start() {
    gateway.rules(ChimeOperations.UPDATE_CALLING_NAMES.api()).some("names", names.keySet()).check();
    List<ChimeChanges.CallingName> changes =
        names.entrySet().stream()
            .map(
                each ->
                    new ChimeChanges.CallingName(
                        each.getKey(), each.getValue().value(), afterPending))
            .toList();
    return gateway.startTogether(
        ChimeOperations.UPDATE_CALLING_NAMES,
        changes,
        ChimeChanges.CallingName::number,
        choices.orDeadline(CallingNameRequest.byDefault(afterPending)));
  }
}
