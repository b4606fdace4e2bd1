package dev.dialtone.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What will go wrong, told beforehand. Get it from {@link PhoneNumberSimulator#faults()}.
 *
 * <p>Each request of an operation meets at most one {@link Fault}: the first of those told by
 * {@link #next} and {@link #script(String, Fault...)}, which wait in one queue; when that is empty,
 * what {@link #script(String, IntFunction)} says; then what {@link #sometimes} draws; then that of
 * {@link #always}. A request that the throttle refuses takes none. Default: nothing goes wrong. A
 * wrong argument fails at once with {@link IllegalArgumentException}. This class is thread-safe.
 *
 * <p>An operation goes by its name with Amazon Connect, for example {@code ClaimPhoneNumber}; those
 * of Amazon Chime have the service before it: {@code chimesdkvoice:UpdatePhoneNumber}, {@code
 * chime:UpdatePhoneNumber}. {@link #operations()} has all names.
 */
public final class Faults {
  private final Set<String> operations;
  private final Map<String, FaultPlan> plans = new HashMap<>();
  private final Map<String, String> settlingFailures = new HashMap<>();
  private final Map<String, String> statuses = new HashMap<>();
  private final Set<String> callingNameFailures = new HashSet<>();
  private final List<Runnable> told = new ArrayList<>();
  private final SettlingScope settling = new SettlingScope();
  private List<Runnable> asBuilt = List.of();
  private Duration staleness = Duration.ZERO;
  private Duration lateness = Duration.ZERO;
  private int emptySearchPages;
  private int emptyListPages;
  private boolean listWithoutCallingNameStatus;

  Faults(Set<String> operations) {
    this.operations = Set.copyOf(operations);
  }

  /** The names of all operations, in alphabetical order. */
  public Set<String> operations() {
    return new TreeSet<>(operations);
  }

  /** The next request of this operation meets this fault. */
  public void next(String operation, Fault fault) {
    next(operation, 1, fault);
  }

  /** The next requests of this operation, so many of them, meet this fault. */
  public void next(String operation, int times, Fault fault) {
    int count = Arguments.notNegative(times);
    tell(operation, plan -> Collections.nCopies(count, fault).forEach(plan::queue));
  }

  /** The next requests meet these faults, in this order; {@link Fault#none()} lets one through. */
  public void script(String operation, Fault... faults) {
    List<Fault> story = List.of(faults);
    tell(operation, plan -> story.forEach(plan::queue));
  }

  /**
   * Each request of this operation meets what this function says of its number, the next one being
   * 1; {@link Fault#none()} leaves it to {@link #sometimes} and {@link #always}. It is called under
   * a lock and must not call the simulator. Takes the place of the operation's previous one.
   */
  public void script(String operation, IntFunction<Fault> faultOfRequest) {
    tell(operation, plan -> plan.follow(faultOfRequest));
  }

  /**
   * Every request of this operation meets this fault with this probability, from 0 to 1. The same
   * seed gives the same choice for the first request, the second, and so on. May be told several
   * times for one operation; of several that hit, the one told first counts.
   */
  public void sometimes(String operation, double probability, long seed, Fault fault) {
    Arguments.require(
        probability >= 0 && probability <= 1,
        "expected a probability of 0 to 1, not " + probability);
    tell(operation, plan -> plan.chance(probability, seed, fault));
  }

  /** Every request of this operation meets this fault, until {@link #clear()}. */
  public void always(String operation, Fault fault) {
    tell(operation, plan -> plan.last(fault));
  }

  /**
   * The next claim, import, move, change of the description or release of this number settles as
   * FAILED with this message.
   */
  public void failSettling(String phoneNumber, String message) {
    tell(() -> settlingFailures.put(phoneNumber, message));
  }

  /**
   * The next change of this number's calling name settles as UpdateFailed, and the number keeps the
   * old one. For numbers of Amazon Chime.
   */
  public void failCallingName(String phoneNumber) {
    tell(() -> callingNameFailures.add(phoneNumber));
  }

  /** ListPhoneNumbers of Amazon Chime leaves CallingNameStatus out, until {@link #clear()}. */
  public void listWithoutCallingNameStatus() {
    tell(() -> listWithoutCallingNameStatus = true);
  }

  /**
   * For this long after each write DescribePhoneNumber, ListPhoneNumbersV2 and
   * BatchGetFlowAssociation show what was true before it: no such number after a claim, the old
   * status and target after a move, the number still there after a release. So do GetPhoneNumber
   * and ListPhoneNumbers of Amazon Chime: the old calling name and its old status. Zero, the
   * default, turns it off.
   */
  public void staleReads(Duration duration) {
    Arguments.notNegative(duration);
    tell(() -> staleness = duration);
  }

  /**
   * For this long after its claim or import the same reads of Amazon Connect do not know a number:
   * ResourceNotFound, or not in the list. Zero, the default, turns it off.
   */
  public void notFoundAfterClaim(Duration duration) {
    Arguments.notNegative(duration);
    tell(() -> lateness = duration);
  }

  /** Each search begins with so many pages without a number but with a NextToken. Default: 0. */
  public void emptySearchPages(int pages) {
    Arguments.notNegative(pages);
    tell(() -> emptySearchPages = pages);
  }

  /** Each list of numbers begins with so many empty pages with a NextToken. Default: 0. */
  public void emptyListPages(int pages) {
    Arguments.notNegative(pages);
    tell(() -> emptyListPages = pages);
  }

  /**
   * DescribePhoneNumber reports this status text for this number, until {@link #clear()}; for a
   * number of Amazon Chime GetPhoneNumber and ListPhoneNumbers report it as CallingNameStatus.
   */
  public void status(String phoneNumber, String status) {
    tell(() -> statuses.put(phoneNumber, status));
  }

  /** Nothing goes wrong any more, but what has happened already stays. */
  public synchronized void clear() {
    told.clear();
    plans.clear();
    settlingFailures.clear();
    callingNameFailures.clear();
    listWithoutCallingNameStatus = false;
    statuses.clear();
    staleness = Duration.ZERO;
    lateness = Duration.ZERO;
    emptySearchPages = 0;
    emptyListPages = 0;
  }

  synchronized void markAsBuilt() {
    asBuilt = List.copyOf(told);
  }

  /** What was told when the world was built is told again. */
  synchronized void reset() {
    clear();
    asBuilt.forEach(this::tell);
  }

  /** Serves one request, through the fault that waits for it if there is one. */
  Reply around(String operation, Dialect dialect, Supplier<Reply> service) {
    Fault fault = take(operation);
    return settling.serve(fault.settling(), () -> fault.befall(service, dialect));
  }

  /** How long what the request of this thread begins takes to settle. */
  Duration settlingTime(Duration usual) {
    return settling.time(usual);
  }

  synchronized Optional<String> takeSettlingFailure(String phoneNumber) {
    return Optional.ofNullable(settlingFailures.remove(phoneNumber)).or(settling::failure);
  }

  synchronized boolean takeCallingNameFailure(String phoneNumber) {
    return callingNameFailures.remove(phoneNumber) || settling.failure().isPresent();
  }

  synchronized boolean isListWithoutCallingNameStatus() {
    return listWithoutCallingNameStatus;
  }

  synchronized Duration staleness() {
    return staleness;
  }

  synchronized Duration lateness() {
    return lateness;
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

  private synchronized Fault take(String operation) {
    FaultPlan plan = plans.get(operation);
    return plan == null ? Fault.none() : plan.take();
  }

  String known(String operation) {
    Arguments.require(
        operations.contains(operation),
        "no operation '" + operation + "' here; there are " + operations());
    return operation;
  }

  private void tell(String operation, Consumer<FaultPlan> what) {
    known(operation);
    tell(() -> what.accept(plans.computeIfAbsent(operation, name -> new FaultPlan())));
  }

  /** Done now, and again after a reset if it belongs to the world as it was built. */
  private synchronized void tell(Runnable what) {
    told.add(what);
    what.run();
  }
}
