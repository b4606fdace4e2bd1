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
  private final ConnectWorld world;
  private final Throttle throttle;
  private final HttpFront front;
  private final ChimeSite voice;
  private final ChimeSite legacy;

  PhoneNumberSimulator(SimulatorBuilder settings) {
    this.region = settings.arns().region();
    this.throttle = settings.throttle();
    var operations = ConnectOperations.ALL;
    var faults = new Faults(OperationNames.all());
    this.world =
        new ConnectWorld(settings.arns(), settings.settlesAfter(), settings.clock(), faults);
    List<Route> routes = operations.stream().map(operation -> operation.on(world)).toList();
    var surroundings = new Surroundings(throttle, faults, world.ledger(), settings.clock());
    this.front =
        new HttpFront(settings.port(), new Dispatcher(routes, Dialect.CONNECT, surroundings));
    var callingNames =
        new ChimeWorld.CallingNameBehaviour(
            settings.callingNameSettlesAfter(), settings.callingNameReply());
    this.voice =
        new ChimeSite(
            new ChimeWorld(ChimeNamespace.VOICE, callingNames, surroundings),
            settings.voicePort(),
            surroundings);
    this.legacy =
        new ChimeSite(
            new ChimeWorld(ChimeNamespace.LEGACY, callingNames, surroundings),
            settings.legacyPort(),
            surroundings);
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
    var source = new PhoneNumber(number, country, type);
    return world.with(state -> state.addSource(source));
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
   * The world is built: from now on {@link #reset()} comes back to the instances, groups, flows,
   * numbers and faults that are here now, and takes out what is added later.
   */
  public void markAsBuilt() {
    world.change(ConnectState::markAsBuilt);
    voice.world().change(ChimeNumberBook::markAsBuilt);
    legacy.world().change(ChimeNumberBook::markAsBuilt);
    faults().markAsBuilt();
  }

  /**
   * Brings back the world as it was built: forgets effects, requests, tokens, claims and imports,
   * and refills the token buckets; the inventory is as it was offered, and the numbers that were
   * owned or provisioned are as they were added. Everything that was added stays, and no fault
   * does, unless {@link #markAsBuilt()} has said what is part of the world. No server is restarted:
   * it takes well under 20 ms, and endpoints and ARNs stay what they are. A request that is being
   * served meanwhile may still leave its trace; let clients come to rest first.
   */
  public void reset() {
    world.reset();
    voice.world().reset();
    legacy.world().reset();
    throttle.reset();
    faults().reset();
  }

  /** Stops the servers. */
  @Override
  public void close() {
    front.close();
    voice.close();
    legacy.close();
  }
}
