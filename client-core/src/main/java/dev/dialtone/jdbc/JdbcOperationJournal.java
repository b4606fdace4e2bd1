package dev.dialtone.jdbc;

import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * A journal in H2 (2.3 or later) or PostgreSQL (12 or later), for any number of processes.
 *
 * <pre>{@code
 * JdbcDataSource source = new JdbcDataSource();
 * source.setURL("jdbc:h2:file:/var/lib/orders/numbers;WRITE_DELAY=0");
 * JdbcOperationJournal journal = new JdbcOperationJournal(source);
 * }</pre>
 *
 * <p>An H2 file needs {@code ;WRITE_DELAY=0}: by default H2 reports a commit up to half a second
 * before it is in the file, and a killed process loses it (191 of 4,687 commits when measured). It
 * promises nothing for a machine that loses power. An H2 file belongs to one process. PostgreSQL
 * must not run with {@code fsync=off} or {@code synchronous_commit=off}, for the same reason.
 *
 * <p>The tables {@code dialtone_operation}, {@code dialtone_entry} and {@code dialtone_schema} are
 * made on first use in the connection's default schema, and brought up by newer versions of this
 * library; where tables of a newer version are found, every stage fails and nothing is written. No
 * row is ever deleted. Operations that have ended may be, in both tables, once nobody will ask for
 * their story, their ticket or their idempotency key again.
 *
 * <p><b>The database holds the phone numbers in clear:</b> the column {@code ticket} is {@link
 * dev.dialtone.model.Ticket#encode()}. Guard it as you guard them. No exception of this class shows
 * them.
 *
 * <p>This class is thread-safe, and but for {@link #close()} no method blocks. One daemon thread,
 * {@code dialtone-journal}, keeps one connection and does everything in the order of asking; what
 * waits meanwhile is committed together. Stages complete on that thread: what hangs on them must
 * not wait for the journal. Leases are judged by the database's clock, as processes' clocks differ;
 * the {@code now} of the methods and the times of the entries are only told.
 *
 * <p>A stage fails with {@link IllegalStateException}: with an {@link java.sql.SQLException} as
 * cause if the database did not do it, and without one if it must not be done, as for another's
 * operation. A statement fails after 10 seconds. What fails is tried once more, alone and on a new
 * connection if need be; each entry has a mark of its own, so that a commit whose reply was lost is
 * recognised and never repeated. If it cannot be, the stage says that nobody knows, and an intent
 * of which nobody knows is withdrawn as soon as the database answers this journal again, unless
 * another owner has taken it by then.
 */
public final class JdbcOperationJournal implements OperationJournal, AutoCloseable {
  private static final Duration DEFAULT_LEASE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Duration lease;
  private final Duration patience;
  private final Operations operations;
  private final JournalThread thread;
  private final String marks = UUID.randomUUID() + ":";
  private final AtomicLong appends = new AtomicLong();

  /** A journal with leases of 30 seconds. It opens its first connection when it is first used. */
  public JdbcOperationJournal(DataSource source) {
    this(source, DEFAULT_LEASE);
  }

  /**
   * A journal with other leases. Longer ones let the operations of a dead process wait longer;
   * shorter ones are renewed more often, and lost if the database is away for as long.
   *
   * @param lease from 1 second to 1 day, cut to milliseconds; the same in all processes
   * @throws IllegalArgumentException if the lease is shorter or longer
   */
  public JdbcOperationJournal(DataSource source, Duration lease) {
    this(source, lease, PATIENCE);
  }

  /** With another time-out for a statement, of whole seconds. */
  JdbcOperationJournal(DataSource source, Duration lease, Duration patience) {
    Objects.requireNonNull(source, "source");
    if (lease.compareTo(Duration.ofSeconds(1)) < 0 || lease.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("expected a lease of 1 second to 1 day, not " + lease);
    }
    this.lease = Duration.ofMillis(lease.toMillis());
    this.patience = patience;
    this.operations = new Operations(this.lease);
    this.thread = new JournalThread(new Transactions(source, patience));
  }

  @Override
  public Duration lease() {
    return lease;
  }

  @Override
  public CompletionStage<Void> append(Entry entry) {
    return thread.submit(new Append(operations, entry, marks + appends.incrementAndGet()));
  }

  @Override
  public CompletionStage<Optional<Recorded>> take(String id, String owner, Instant now) {
    return thread.submit((session, again) -> operations.take(session, id, owner));
  }

  @Override
  public CompletionStage<List<Recorded>> takeOpen(
      Predicate<Ticket> which, String owner, Instant now) {
    return thread.submit((session, again) -> operations.takeOpen(session, which, owner));
  }

  @Override
  public CompletionStage<Void> renew(String owner, Instant now) {
    return thread.submit(
        (session, again) -> {
          operations.renew(session, owner);
          return null;
        });
  }

  @Override
  public CompletionStage<Void> giveUp(String owner) {
    return thread.submit(
        (session, again) -> {
          operations.giveUp(session, owner);
          return null;
        });
  }

  @Override
  public CompletionStage<List<Entry>> story(String id) {
    return thread.submit((session, again) -> Entries.of(session, id));
  }

  /**
   * Takes no more, waits for what was asked for, at most 20 seconds, and closes the connection. It
   * ends no lease, and leaves the data source alone.
   */
  @Override
  public void close() {
    thread.close(patience.multipliedBy(2));
  }
}
