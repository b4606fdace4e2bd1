package dev.dialtone.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What will go wrong, told beforehand. Get it from {@link PhoneNumberSimulator#faults()}.
 *
 * <p>Faults wait in one queue per operation; each request of that operation takes one, and the
 * lasting fault of {@link #always} serves when the queue is empty. A request that the throttle
 * refuses takes none. Default: nothing goes wrong. This class is thread-safe.
 *
 * <p>An operation goes by its name with Amazon Connect, for example {@code ClaimPhoneNumber}; those
 * of Amazon Chime have the service before it: {@code chimesdkvoice:UpdatePhoneNumber}, {@code
 * chime:UpdatePhoneNumber}.
 */
public final class Faults {
  private final Set<String> operations;
  private final Map<String, Deque<Fault>> next = new HashMap<>();
  private final Map<String, Fault> always = new HashMap<>();
  private final Map<String, String> settlingFailures = new HashMap<>();
  private final Map<String, String> statuses = new HashMap<>();
  private final Set<String> callingNameFailures = new HashSet<>();
  private Duration staleness = Duration.ZERO;
  private int emptySearchPages;
  private int emptyListPages;
  private boolean listWithoutCallingNameStatus;

  Faults(Set<String> operations) {
    this.operations = Set.copyOf(operations);
  }

  /** The next request of this operation meets this fault. */
  public void next(String operation, Fault fault) {
    next(operation, 1, fault);
  }

  /** The next requests of this operation, so many of them, meet this fault. */
  public synchronized void next(String operation, int times, Fault fault) {
    Deque<Fault> queue = next.computeIfAbsent(known(operation), name -> new ArrayDeque<>());
    for (int i = 0; i < notNegative(times); i++) {
      queue.add(fault);
    }
  }

  /** Every request of this operation meets this fault, until {@link #clear()}. */
  public synchronized void always(String operation, Fault fault) {
    always.put(known(operation), fault);
  }

  /**
   * The next claim, import, move, change of the description or release of this number settles as
   * FAILED with this message.
   */
  public synchronized void failSettling(String phoneNumber, String message) {
    settlingFailures.put(phoneNumber, message);
  }

  /**
   * The next change of this number's calling name settles as UpdateFailed, and the number keeps the
   * old one. For numbers of Amazon Chime.
   */
  public synchronized void failCallingName(String phoneNumber) {
    callingNameFailures.add(phoneNumber);
  }

  /**
   * ListPhoneNumbers of Amazon Chime leaves CallingNameStatus out, until {@link #clear()}: nobody
   * outside AWS knows whether it is always filled.
   */
  public synchronized void listWithoutCallingNameStatus() {
    this.listWithoutCallingNameStatus = true;
  }

  /**
   * For this long after each write DescribePhoneNumber, ListPhoneNumbersV2 and
   * BatchGetFlowAssociation show what was true before it: no such number after a claim, the old
   * status and target after a move, the number still there after a release. So do GetPhoneNumber
   * and ListPhoneNumbers of Amazon Chime: the old calling name and its old status. Zero, the
   * default, turns it off.
   */
  public synchronized void staleReads(Duration staleness) {
    if (staleness.isNegative()) {
      throw new IllegalArgumentException("expected a duration of zero or more, not " + staleness);
    }
    this.staleness = staleness;
  }

  /** Each search begins with so many pages without a number but with a NextToken. Default: 0. */
  public synchronized void emptySearchPages(int pages) {
    this.emptySearchPages = notNegative(pages);
  }

  /** Each list of numbers begins with so many empty pages with a NextToken. Default: 0. */
  public synchronized void emptyListPages(int pages) {
    this.emptyListPages = notNegative(pages);
  }

  /**
   * DescribePhoneNumber reports this status text for this number, until {@link #clear()}; for a
   * number of Amazon Chime GetPhoneNumber and ListPhoneNumbers report it as CallingNameStatus.
   */
  public synchronized void status(String phoneNumber, String status) {
    statuses.put(phoneNumber, status);
  }

  /** Nothing goes wrong any more. */
  public synchronized void clear() {
    next.clear();
    always.clear();
    settlingFailures.clear();
    callingNameFailures.clear();
    listWithoutCallingNameStatus = false;
    statuses.clear();
    staleness = Duration.ZERO;
    emptySearchPages = 0;
    emptyListPages = 0;
  }

  /** Serves one request, through the fault that waits for it if there is one. */
  Reply around(String operation, Dialect dialect, Supplier<Reply> service) {
    return take(operation).map(fault -> fault.befall(service, dialect)).orElseGet(service);
  }

  synchronized Optional<String> takeSettlingFailure(String phoneNumber) {
    return Optional.ofNullable(settlingFailures.remove(phoneNumber));
  }

  synchronized boolean takeCallingNameFailure(String phoneNumber) {
    return callingNameFailures.remove(phoneNumber);
  }

  synchronized boolean isListWithoutCallingNameStatus() {
    return listWithoutCallingNameStatus;
  }

  synchronized Duration staleness() {
    return staleness;
  }

  synchronized int emptySearchPages() {
    return emptySearchPages;
  }

  synchronized int emptyListPages() {
    return emptyListPages;
  }

  synchronized Optional<String> status(String phoneNumber) {
    return Optional.ofNullable(statuses.get(phoneNumber));
  }

  private synchronized Optional<Fault> take(String operation) {
    Deque<Fault> queue = next.get(operation);
    return Optional.ofNullable(queue)
        .map(Deque::poll)
        .or(() -> Optional.ofNullable(always.get(operation)));
  }

  private String known(String operation) {
    if (!operations.contains(operation)) {
      throw new IllegalArgumentException(
          "no operation '" + operation + "' here; there are " + new TreeSet<>(operations));
    }
    return operation;
  }

  private static int notNegative(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("expected a count of zero or more, not " + count);
    }
    return count;
  }
}
