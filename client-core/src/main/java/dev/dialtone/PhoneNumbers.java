package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ConnectOperations;
import dev.dialtone.internal.Engine;
import dev.dialtone.internal.InMemoryJournal;
import dev.dialtone.internal.Rules;
import dev.dialtone.internal.SystemTimer;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.OperationJournal;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * The phone numbers of an account: search, claim, move and describe. Get one from {@link
 * #builder()}, share it, and close it at the end.
 *
 * <p>This class is thread-safe. Any number of operations are under way on a handful of threads; no
 * method but {@link #close()} blocks, and only {@code await} and {@code stream} wait.
 *
 * <p>Defaults: 4 attempts a call, 15 seconds an attempt, a budget of 2 requests a second and 5 at
 * once for each API operation, operations remembered in memory.
 *
 * <p>Failures are {@link dev.dialtone.error.PhoneNumberException}s.
 */
public final class PhoneNumbers implements AutoCloseable {
  private final Engine engine;
  private final @Nullable ConnectGateway connect;
  private final @Nullable Timer ownTimer;

  private PhoneNumbers(Builder from) {
    Timer timer = from.timer == null ? new SystemTimer() : from.timer;
    ownTimer = from.timer == null ? timer : null;
    QuotaGate gate = from.gate == null ? from.quota.newGate(timer) : from.gate;
    engine =
        new Engine(
            new Engine.Parts(
                timer, gate, from.journal, from.executor, from.attempts, from.callTimeout));
    connect = from.connect == null ? null : new ConnectGateway(engine, from.connect, from.account);
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Searches the inventory; say {@code offeredTo} whom, then read. */
  public SearchRequest.Start search(CountryCode country, NumberType type) {
    requireNonNull(country, "country");
    requireNonNull(type, "type");
    return new SearchRequest.Start(connect(), country, type);
  }

  /** Claims a number; say {@code to} what, then start. */
  public ClaimRequest.Start claim(E164 number) {
    requireNonNull(number, "number");
    return new ClaimRequest.Start(connect(), number);
  }

  /** Moves a claimed number; say {@code to} what, then start. */
  public MoveRequest.Start move(PhoneNumberId id) {
    requireNonNull(id, "id");
    return new MoveRequest.Start(connect(), id);
  }

  /**
   * Reads a claimed number; the request is under way when this returns.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribePhoneNumber.html">
   *     DescribePhoneNumber</a>
   */
  public Answer<ConnectNumber> describe(PhoneNumberId id) {
    requireNonNull(id, "id");
    return connect().read(ConnectOperations.DESCRIBE, id);
  }

  private ConnectGateway connect() {
    if (connect == null) {
      throw new IllegalStateException(
          "no Amazon Connect: add .connect(ConnectAdapter.of(…)) to PhoneNumbers.builder()");
    }
    return connect;
  }

  /**
   * Ends all waiting and looking, as {@link Operation#cancel()} does, waits until calls on the wire
   * are answered and recorded, at most the call time-out, and closes what this library created: the
   * client of an adapter that was given a builder (AWS's default HTTP client takes two seconds for
   * that), and its own threads.
   */
  @Override
  public void close() {
    engine.close();
    if (connect != null) {
      connect.close();
    }
    if (ownTimer != null) {
      ownTimer.close();
    }
  }

  /** Collects the settings. Not thread-safe. */
  public static final class Builder {
    private @Nullable ConnectPort connect;
    private Optional<String> account = Optional.empty();
    private int attempts = 4;
    private Duration callTimeout = Duration.ofSeconds(15);
    private Quota quota = Quota.AWS_DEFAULT;
    private @Nullable QuotaGate gate;
    private @Nullable Timer timer;
    private OperationJournal journal = new InMemoryJournal();
    private Executor executor = ForkJoinPool.commonPool();

    private Builder() {}

    /** Reaches Amazon Connect through this adapter, which is closed with the built object. */
    public Builder connect(ConnectPort adapter) {
      requireNonNull(adapter, "adapter");
      connect = adapter;
      return this;
    }

    /**
     * The account, 12 digits, for the ticket and for a gate that several share. Default: unknown;
     * all who share a gate and do not tell their account share one budget.
     */
    public Builder account(String id) {
      requireNonNull(id, "id");
      if (!id.matches("[0-9]{12}")) {
        throw new IllegalArgumentException("an account is 12 digits");
      }
      account = Optional.of(id);
      return this;
    }

    /** How often a call is sent at most, the first time included; at least 1. Default 4. */
    public Builder attempts(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("attempts must be at least 1");
      }
      attempts = most;
      return this;
    }

    /** How long one attempt may take before it counts as unanswered. Default 15 seconds. */
    public Builder callTimeout(Duration timeout) {
      callTimeout = Rules.positive("callTimeout", timeout);
      return this;
    }

    /** The budget for each API operation. Default {@link Quota#AWS_DEFAULT}. */
    public Builder quota(Quota each) {
      requireNonNull(each, "each");
      quota = each;
      gate = null;
      return this;
    }

    /** A gate of your own, perhaps shared with others, in place of {@link #quota}. */
    public Builder quotaGate(QuotaGate shared) {
      requireNonNull(shared, "shared");
      gate = shared;
      return this;
    }

    /** Time, for tests. Default: real time. It is not closed. */
    public Builder timer(Timer seam) {
      requireNonNull(seam, "seam");
      timer = seam;
      return this;
    }

    /** Where operations are recorded. Default: in memory. It is not closed. */
    public Builder journal(OperationJournal own) {
      requireNonNull(own, "own");
      journal = own;
      return this;
    }

    /**
     * Where listeners and dependent stages run. Default: the common pool. It is not closed. It must
     * not block in {@code execute}, nor run its tasks there: they would stop the engine.
     */
    public Builder executor(Executor callbacks) {
      requireNonNull(callbacks, "callbacks");
      executor = callbacks;
      return this;
    }

    /**
     * The phone numbers.
     *
     * @throws IllegalStateException if no service was given
     */
    public PhoneNumbers build() {
      if (connect == null) {
        throw new IllegalStateException(
            "no service: add .connect(ConnectAdapter.of(ConnectAsyncClient.builder()…))");
      }
      return new PhoneNumbers(this);
    }
  }
}
