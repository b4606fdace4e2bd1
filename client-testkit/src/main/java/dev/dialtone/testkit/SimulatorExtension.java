package dev.dialtone.testkit;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of JUnit 5 a {@link PhoneNumberSimulator} and AWS's clients for it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SimulatorExtension aws =
 *     SimulatorExtension.builder().world(simulator -> simulator.addInstance()).build();
 * }</pre>
 *
 * <p>In a <em>static</em> field it starts before all tests of the class and is reset before each,
 * to what the builder's world and the class's own {@code @BeforeAll} have built; it stops after
 * all. In an <em>instance</em> field it starts before each test and stops after it.
 * {@code @ExtendWith(SimulatorExtension.class)} is a static one with all defaults.
 *
 * <p>Tests that run in parallel have a simulator each, built by the builder's world (what
 * {@code @BeforeAll} adds is in one of them only). Ask {@link #simulator()} on the test's own
 * thread then, or let JUnit pass it: every test and lifecycle method, but no constructor, may have
 * parameters of type {@link PhoneNumberSimulator} and {@link SimulatorClients}. This class is
 * thread-safe.
 */
public final class SimulatorExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {
  private static final String STANDS = "stands";
  private static final String STAND = "stand";

  private final Namespace namespace = Namespace.create(SimulatorExtension.class, this);
  private final Map<Thread, SimulatorStand> borrowed = new ConcurrentHashMap<>();
  private final Supplier<PhoneNumberSimulator> starting;
  private final Map<Thread, SimulatorStands> classes = new ConcurrentHashMap<>();

  /** For {@code @ExtendWith}: all defaults and an empty world. */
  public SimulatorExtension() {
    this(builder());
  }

  private SimulatorExtension(Builder builder) {
    this.starting = builder::start;
  }

  /** Where to get one. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The running test's own. {@link IllegalStateException} outside of tests, and on a thread that is
   * not a test's while several tests run.
   */
  public PhoneNumberSimulator simulator() {
    return stand().simulator();
  }

  /** Its clients; nobody needs to close them. */
  public SimulatorClients clients() {
    return stand().clients();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Store store = context.getStore(namespace);
    // A nested class finds that of the class around it.
    if (store.get(STANDS) == null) {
      var stands = new SimulatorStands(starting, context.getUniqueId());
      store.put(STANDS, stands);
      classes.put(Thread.currentThread(), stands);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Store store = context.getStore(namespace);
    SimulatorStands stands = store.get(STANDS, SimulatorStands.class);
    if (stands == null) {
      stands = new SimulatorStands(starting, context.getUniqueId());
      store.put(STANDS, stands);
    }
    SimulatorStand stand = stands.borrow();
    store.put(STAND, stand);
    borrowed.put(Thread.currentThread(), stand);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    borrowed.remove(Thread.currentThread());
    Store store = context.getStore(namespace);
    SimulatorStand stand = store.remove(STAND, SimulatorStand.class);
    SimulatorStands stands = store.get(STANDS, SimulatorStands.class);
    if (stand != null && stands != null) {
      stands.giveBack(stand);
    }
    closeIfOwned(stands, context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    closeIfOwned(context.getStore(namespace).get(STANDS, SimulatorStands.class), context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    // A constructor runs before its test has borrowed anything.
    return !(parameter.getDeclaringExecutable() instanceof Constructor)
        && standIn(context).isPresent()
        && (type == PhoneNumberSimulator.class || type == SimulatorClients.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SimulatorStand stand = standIn(context).orElseThrow();
    return parameter.getParameter().getType() == PhoneNumberSimulator.class
        ? stand.simulator()
        : stand.clients();
  }

  private Optional<SimulatorStand> standIn(ExtensionContext context) {
    Store store = context.getStore(namespace);
    return Optional.ofNullable(store.get(STAND, SimulatorStand.class))
        .or(
            () ->
                Optional.ofNullable(store.get(STANDS, SimulatorStands.class))
                    .map(SimulatorStands::first));
  }

  /** This thread's test's, else its class's, else that of the only test or class that runs. */
  private SimulatorStand stand() {
    Thread thread = Thread.currentThread();
    SimulatorStands ofClass = classes.get(thread);
    return Optional.ofNullable(borrowed.get(thread))
        .or(() -> Optional.ofNullable(ofClass).map(SimulatorStands::first))
        .or(() -> theOnly(List.copyOf(borrowed.values())))
        .or(() -> theOnly(List.copyOf(classes.values())).map(SimulatorStands::first))
        .orElseThrow(() -> new IllegalStateException("no test is running"));
  }

  private static <T> Optional<T> theOnly(List<T> running) {
    if (running.size() > 1) {
      throw new IllegalStateException(
          "several tests are running, and this thread is none of theirs: take the simulator as a"
              + " parameter of the test method, of type PhoneNumberSimulator");
    }
    return running.stream().findFirst();
  }

  private void closeIfOwned(@Nullable SimulatorStands stands, ExtensionContext context) {
    if (stands != null && stands.owner().equals(context.getUniqueId())) {
      classes.values().remove(stands);
      stands.close();
    }
  }

  /** Settings of a {@link SimulatorExtension}. Not thread-safe. */
  public static final class Builder {
    private Consumer<SimulatorBuilder> settings = builder -> {};
    private Consumer<PhoneNumberSimulator> world = simulator -> {};

    private Builder() {}

    /**
     * Settings of each simulator, for example {@code aws -> aws.throttle(2, 5)}. Told twice, both
     * count. Default: {@link SimulatorBuilder}'s.
     */
    public Builder settings(Consumer<SimulatorBuilder> more) {
      this.settings = settings.andThen(more);
      return this;
    }

    /**
     * What each simulator has when a test begins, for example {@code aws -> aws.offer("US", "DID",
     * "+12065550100", 30)}. Told twice, both are built. Default: nothing.
     */
    public Builder world(Consumer<PhoneNumberSimulator> more) {
      this.world = world.andThen(more);
      return this;
    }

    /** The extension; nothing runs yet. */
    public SimulatorExtension build() {
      var copy = new Builder();
      copy.settings = settings;
      copy.world = world;
      return new SimulatorExtension(copy);
    }

    private PhoneNumberSimulator start() {
      SimulatorBuilder builder = PhoneNumberSimulator.builder();
      settings.accept(builder);
      PhoneNumberSimulator simulator = builder.start();
      try {
        world.accept(simulator);
        return simulator;
      } catch (RuntimeException e) {
        simulator.close();
        throw e;
      }
    }
  }
}
