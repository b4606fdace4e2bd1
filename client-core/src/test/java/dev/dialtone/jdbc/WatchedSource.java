package dev.dialtone.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A data source with somebody in the way: before and after each commit, before each statement and
 * each connection. What is set holds until it is set anew. Thread-safe.
 */
final class WatchedSource {
  /** What happens there; it may throw. */
  interface Incident {
    void happens() throws SQLException;
  }

  static final Incident NOTHING = () -> {};

  final AtomicInteger commits = new AtomicInteger();
  final List<String> statements = new CopyOnWriteArrayList<>();
  volatile Incident connecting = NOTHING;
  volatile Incident executing = NOTHING;
  volatile Incident committing = NOTHING;
  volatile Incident committed = NOTHING;
  private final DataSource source;

  WatchedSource(DataSource source) {
    this.source = source;
  }

  DataSource source() {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          connecting.happens();
          return watched((Connection) call(source, method, arguments));
        });
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("commit")) {
            committing.happens();
            call(connection, method, arguments);
            commits.incrementAndGet();
            committed.happens();
            return null;
          }
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? watched(statement, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement watched(PreparedStatement statement, String sql) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            statements.add(sql);
            executing.happens();
          }
          return call(statement, method, arguments);
        });
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
