package dev.dialtone.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The databases that a journal must work on. This class is thread-safe. */
public enum TestDatabase {
  H2_MEMORY {
    @Override
    public DataSource fresh() {
      return h2("mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }
  },
  H2_FILE {
    @Override
    public DataSource fresh() {
      try {
        return h2File(Files.createTempDirectory(Path.of("target"), "journal").resolve("numbers"));
      } catch (IOException noPlace) {
        throw new UncheckedIOException(noPlace);
      }
    }
  },
  POSTGRESQL {
    @Override
    public DataSource fresh() {
      String name = "journal_" + UUID.randomUUID().toString().replace('-', '_');
      run(Server.ONE.getPostgresDatabase(), "CREATE DATABASE " + name);
      return Server.ONE.getDatabase("postgres", name);
    }
  };

  /** A database of its own, empty; it goes with the process. */
  public abstract DataSource fresh();

  /** The H2 database in this file, which survives a kill. */
  public static DataSource h2File(Path file) {
    return h2("file:" + file.toAbsolutePath() + ";WRITE_DELAY=0");
  }

  /** Runs statements, one after the other, in a connection of their own. */
  public static void run(DataSource source, String... statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static DataSource h2(String url) {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:" + url);
    return source;
  }

  /** One server for all tests of a process; it starts with the first, and ends with the process. */
  private static final class Server {
    static final EmbeddedPostgres ONE = start();

    private static EmbeddedPostgres start() {
      try {
        // By default it acknowledges what is not on the disk yet, which no journal may do.
        return EmbeddedPostgres.builder()
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("fsync", "on")
            .start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
