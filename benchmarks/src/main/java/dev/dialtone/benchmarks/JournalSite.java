package dev.dialtone.benchmarks;

import dev.dialtone.benchmarks.KillPlan.Journal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A journal's database, which outlives the processes that write it. */
final class JournalSite implements AutoCloseable {
  private final String url;
  private final @Nullable EmbeddedPostgres server;

  private JournalSite(String url, @Nullable EmbeddedPostgres server) {
    this.url = url;
    this.server = server;
  }

  static JournalSite open(Journal journal, Path folder) throws IOException {
    if (journal == Journal.H2) {
      return new JournalSite(
          "jdbc:h2:file:" + folder.resolve("numbers").toAbsolutePath() + ";WRITE_DELAY=0", null);
    }
    // By default it acknowledges what is not on the disk yet, which no journal may do.
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("fsync", "on")
            .start();
    return new JournalSite(server.getJdbcUrl("postgres", "postgres"), server);
  }

  String url() {
    return url;
  }

  DataSource source() {
    return new UrlSource(url);
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }
}
