package dev.dialtone.testkit;

import java.net.URI;
import java.util.List;

/**
 * A stateful stand-in for the phone numbers of Amazon Connect and Amazon Chime: an HTTP server on
 * 127.0.0.1 that keeps instances, an inventory and claimed numbers, settles claims, imports, moves,
 * changes of a description and releases after a while, and does wrong what it is told to. Each of
 * Chime's two APIs, which know nothing of each other's numbers, has a server of its own.
 *
 * <pre>{@code
 * try (PhoneNumberSimulator simulator = PhoneNumberSimulator.builder().start()) {
 *   String instance = simulator.addInstance();
 *   simulator.offer("US", "TOLL_FREE", "+18005550100", 30);
 *   simulator.faults().next("ClaimPhoneNumber", Fault.replyLostAfterEffect());
 *   // … point a client at simulator.endpoint(), with any credentials
 * }
 * }</pre>
 *
 * <pre>{@code
 * simulator.addVoiceNumber("+12065550100");
 * simulator.faults().next("chimesdkvoice:UpdatePhoneNumber", Fault.throttled());
 * // … point a client of chimesdkvoice at simulator.voiceEndpoint()
 * }</pre>
 *
 * <p>It is our written understanding of the service, not the service: credentials are not checked,
 * and what AWS does not publish is a guess. Defaults are those of {@link SimulatorBuilder}. This
 * class is thread-safe; a second {@link #close()} does nothing.
 */
public final class PhoneNumberSimulator implements AutoCloseable {
  private static final int DEFAULT_QUOTA = 5;
  private static final String ACTIVE = "ACTIVE";

  private final String region;
  private final long seed;
  private final ConnectWorld world;
  private final Throttle throttle;
  private final HttpFront front;
  private final ChimeSite voice;
  private final ChimeSite legacy;

  PhoneNumberSimulator(SimulatorSettings settings) {
    WorldRules rules = settings.rules();
    var faults = new Faults(OperationNames.all());
    this.region = settings.arns().region();
    this.seed = rules.ids().seed();
    this.throttle = settings.throttle();
    this.world = new ConnectWorld(settings.arns(), rules, faults);
    var surroundings =
        new Surroundings(
            throttle, faults, world.ledger(), rules.clock(), rules.guesses(), settings.latency());
    List<Route> routes =
        ConnectOperations.ALL.stream().map(operation -> operation.on(world)).toList();
    SimulatorSettings.Ports ports = settings.ports();
    this.front =
        new HttpFront(ports.connect(), new Dispatcher(routes, Dialect.CONNECT, surroundings));
    var voiceWorld = new ChimeWorld(ChimeNamespace.VOICE, settings.callingNames(), surroundings);
    this.voice = new ChimeSite(voiceWorld, ports.voice(), surroundings);
    var legacyWorld = new ChimeWorld(ChimeNamespace.LEGACY, settings.callingNames(), surroundings);
    this.legacy = new ChimeSite(legacyWorld, ports.legacy(), surroundings);
  }

  /** Where to get one. */
  public static SimulatorBuilder builder() {
    return new SimulatorBuilder();
  }

  /** What an SDK's endpoint override wants, for example {@code http://127.0.0.1:8642}. */
  public URI endpoint() {
    return front.endpoint();
  }

  /**
   * The same for clients of Amazon Chime SDK Voice ({@code chimesdkvoice}). The first call starts
   * the server; {@link IllegalStateException} if the simulator was closed before that.
   */
  public URI voiceEndpoint() {
    return voice.endpoint();
  }

  /**
   * The same for clients of legacy Amazon Chime ({@code chime}). The first call starts the server;
   * {@link IllegalStateException} if the simulator was closed before that.
   */
  public URI legacyEndpoint() {
    return legacy.endpoint();
  }

  /** The Region that the ARNs name. */
  public String region() {
    return region;
  }

  /** What makes this simulator's ids and settle times; the same seed tells the same story again. */
  public long seed() {
    return seed;
  }

  /** Adds an instance with a quota of 5 numbers; returns its ARN. */
  public String addInstance() {
    return addInstance(DEFAULT_QUOTA);
  }

  /** Adds an instance with a quota of so many numbers; returns its ARN. */
  public String addInstance(int quota) {
    return world.with(state -> state.targets().addInstance(quota));
  }

  /** Adds an ACTIVE group, made from this instance, with a quota of 5 numbers; returns its ARN. */
  public String addTrafficDistributionGroup(String instance) {
    return addTrafficDistributionGroup(instance, ACTIVE);
  }

  /** Adds a group in any status, for example {@code CREATION_IN_PROGRESS}; returns its ARN. */
  public String addTrafficDistributionGroup(String instance, String status) {
    return world.with(state -> state.targets().addGroup(instance, status, DEFAULT_QUOTA));
  }

  /** Adds an ACTIVE group with a quota of so many numbers; returns its ARN. */
  public String addTrafficDistributionGroup(String instance, int quota) {
    return world.with(state -> state.targets().addGroup(instance, ACTIVE, quota));
  }

  /**
   * Adds an ACTIVE group that was created in another Region, with a quota of 5 numbers; returns its
   * ARN. Numbers may be searched for it here, but claims and moves to it are refused.
   */
  public String addTrafficDistributionGroupOf(String otherRegion, String instance) {
    return world.with(state -> state.targets().addGroupOf(otherRegion, instance, DEFAULT_QUOTA));
  }

  /**
   * Adds a number that was claimed, in that group's own Region, to a group of another Region;
   * returns its ARN. Here the ARN names it and its UUID alone does not; it cannot be moved from
   * here. After a reset it is as it was added.
   */
  public String addNumberElsewhere(String group, String country, String type, String number) {
    var claimed = new PhoneNumber(number, country, type);
    return world.with(state -> state.addElsewhere(claimed, group));
  }

  /** Gives a group another status, for example {@code PENDING_DELETION}. */
  public void setTrafficDistributionGroupStatus(String group, String status) {
    world.change(state -> state.targets().setStatus(group, status));
  }

  /** The ARNs of the instances, in the order of adding. */
  public List<String> instances() {
    return world.with(state -> state.targets().arns(Target::isInstance));
  }

  /** The ARNs of the traffic distribution groups, in the order of adding. */
  public List<String> trafficDistributionGroups() {
    return world.with(state -> state.targets().arns(target -> !target.isInstance()));
  }

  /** Adds a flow to an instance; returns its ARN. */
  public String addFlow(String instance, String name) {
    return world.with(state -> state.targets().addFlow(instance, name));
  }

  /** Puts so many consecutive numbers, from the first on, into the inventory. */
  public void offer(String country, String type, String first, int count) {
    offer(country, type, Inventory.consecutive(first, count));
  }

  /** Puts these numbers into the inventory; one that is offered already is refused. */
  public void offer(String country, String type, List<String> numbers) {
    List<PhoneNumber> offered =
        numbers.stream().map(number -> new PhoneNumber(number, country, type)).toList();
    world.change(state -> state.offer(offered));
  }

  /**
   * Adds a number of AWS End User Messaging, which an instance may import; returns its ARN. One
   * that is there or offered already is refused.
   */
  public String addSourceNumber(String country, String type, String number) {
    return addSourceNumber(country, type, number, ACTIVE);
  }

  /** The same in any status, for example {@code PENDING}; only ACTIVE ones may be imported. */
  public String addSourceNumber(String country, String type, String number, String status) {
    var source = new PhoneNumber(number, country, type);
    return world.with(state -> state.addSource(source, status));
  }

  /**
   * Adds a number that an instance or traffic distribution group has had for long: CLAIMED, without
   * a flow, description or tags, and no effect in the ledger; returns its ARN. One that is there or
   * offered already is refused.
   */
  public String own(String country, String type, String number, String targetArn) {
    var owned = new PhoneNumber(number, country, type);
    return world.with(state -> state.own(owned, targetArn));
  }

  /** Adds {@link ProvisionedNumber#of} this number to Amazon Chime SDK Voice. */
  public void addVoiceNumber(String number) {
    addVoiceNumber(ProvisionedNumber.of(number));
  }

  /**
   * Adds a number to Amazon Chime SDK Voice; one that is there already is refused, and so is the
   * product type {@code BusinessCalling}.
   */
  public void addVoiceNumber(ProvisionedNumber number) {
    voice.world().add(number);
  }

  /** Adds {@link ProvisionedNumber#of} this number to legacy Amazon Chime. */
  public void addLegacyNumber(String number) {
    addLegacyNumber(ProvisionedNumber.of(number));
  }

  /** Adds a number to legacy Amazon Chime; one that is there already is refused. */
  public void addLegacyNumber(ProvisionedNumber number) {
    legacy.world().add(number);
  }

  /**
   * The numbers of Amazon Chime SDK Voice as they truly are now, in the order of adding: stale
   * reads and scripted statuses do not show here.
   */
  public List<ProvisionedNumber> voiceNumbers() {
    return voice.world().provisioned();
  }

  /** The same of legacy Amazon Chime. */
  public List<ProvisionedNumber> legacyNumbers() {
    return legacy.world().provisioned();
  }

  /** What will go wrong. */
  public Faults faults() {
    return world.faults();
  }

  /** What was asked and done. */
  public Ledger ledger() {
    return world.ledger();
  }

  /**
   * The world is built: from now on {@link #reset()} comes back to the instances, groups and their
   * statuses, flows, numbers and faults that are here now, takes out what is added later, and draws
   * ids as from now.
   */
  public void markAsBuilt() {
    world.markAsBuilt();
    voice.world().change(ChimeNumberBook::markAsBuilt);
    legacy.world().change(ChimeNumberBook::markAsBuilt);
  }

  /**
   * Brings back the world as it was built: forgets effects, requests, tokens, claims, imports and
   * what the churn rule has counted, and refills the token buckets; the inventory is as it was
   * offered, no number cools down, and the numbers that were owned or provisioned are as they were
   * added. Settle times are drawn as from the start. Everything that was added stays, no fault
   * does, and no id comes back, unless {@link #markAsBuilt()} has said what is part of the world. A
   * clock that a test moves stays where it is. No server is restarted: it takes well under 20 ms,
   * and endpoints and ARNs stay what they are. A request that is being served meanwhile may still
   * leave its trace; let clients come to rest first.
   */
  public void reset() {
    world.reset();
    voice.world().reset();
    legacy.world().reset();
    throttle.reset();
  }

  /** Stops the servers. */
  @Override
  public void close() {
    front.close();
    voice.close();
    legacy.close();
  }
}
