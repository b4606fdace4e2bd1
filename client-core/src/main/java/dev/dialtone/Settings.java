package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.InMemoryJournal;
import dev.dialtone.internal.Rules;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.OperationJournal;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/** What {@link PhoneNumbers.Builder} collects, with the defaults. Not thread-safe. */
abstract class Settings<B extends Settings<B>> {
  @Nullable ConnectPort connect;
  @Nullable ChimePort chime;
  Optional<String> account = Optional.empty();
  int attempts = 4;
  Duration callTimeout = Duration.ofSeconds(15);
  Duration tokenTrust = Duration.ofHours(1);
  Quota quota = Quota.AWS_DEFAULT;
  @Nullable QuotaGate gate;
  @Nullable Timer timer;
  OperationJournal journal = new InMemoryJournal();
  Executor executor = ForkJoinPool.commonPool();

  /** Reaches Amazon Connect through this adapter, which is closed with the built object. */
  public B connect(ConnectPort adapter) {
    requireNonNull(adapter, "adapter");
    connect = adapter;
    return self();
  }

  /** Reaches Amazon Chime through this adapter, which is closed with the built object. */
  public B chime(ChimePort adapter) {
    requireNonNull(adapter, "adapter");
    chime = adapter;
    return self();
  }

  /**
   * The account, 12 digits, for the ticket and for a gate that several share. Default: unknown; all
   * who share a gate and do not tell their account share one budget.
   */
  public B account(String id) {
    requireNonNull(id, "id");
    if (!id.matches("[0-9]{12}")) {
      throw new IllegalArgumentException("an account is 12 digits");
    }
    account = Optional.of(id);
    return self();
  }

  /** How often a call is sent at most, the first time included; at least 1. Default 4. */
  public B attempts(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("attempts must be at least 1");
    }
    attempts = most;
    return self();
  }

  /** How long one attempt may take before it counts as unanswered. Default 15 seconds. */
  public B callTimeout(Duration timeout) {
    callTimeout = Rules.positive("callTimeout", timeout);
    return self();
  }

  /**
   * How long after it was first sent an idempotency token may be sent again without a read; AWS
   * does not say how long it remembers one. Default 1 hour.
   */
  public B tokenTrust(Duration time) {
    tokenTrust = Rules.positive("tokenTrust", time);
    return self();
  }

  /** The budget for each API operation. Default {@link Quota#AWS_DEFAULT}. */
  public B quota(Quota each) {
    requireNonNull(each, "each");
    quota = each;
    gate = null;
    return self();
  }

  /** A gate of your own, perhaps shared with others, in place of {@link #quota}. */
  public B quotaGate(QuotaGate shared) {
    requireNonNull(shared, "shared");
    gate = shared;
    return self();
  }

  /** Time, for tests. Default: real time. It is not closed. */
  public B timer(Timer seam) {
    requireNonNull(seam, "seam");
    timer = seam;
    return self();
  }

  /**
   * Where operations are recorded. Default: in memory, which forgets with the process; with {@code
   * JdbcOperationJournal} they outlive it. It is not closed.
   */
  public B journal(OperationJournal own) {
    requireNonNull(own, "own");
    journal = own;
    return self();
  }

  /**
   * Where listeners and dependent stages run. Default: the common pool. It is not closed. It must
   * not block in {@code execute}, nor run its tasks there: they would stop the engine.
   */
  public B executor(Executor callbacks) {
    requireNonNull(callbacks, "callbacks");
    executor = callbacks;
    return self();
  }

  @SuppressWarnings("unchecked") // The one class that extends this names itself.
  private B self() {
    return (B) this;
  }
}
