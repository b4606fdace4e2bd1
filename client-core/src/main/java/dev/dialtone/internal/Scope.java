package dev.dialtone.internal;

import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.QuotaGate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A port with the account and Region that its quotas count by. This class is thread-safe. */
public final class Scope<X> {
  private final X port;
  private final String namespace;
  private final String account;
  private final String region;
  private final Map<ApiOperation, QuotaGate.Key> keys = new ConcurrentHashMap<>();

  /**
   * Where the calls of a client go.
   *
   * @param port the port
   * @param namespace the service, as tickets name it
   * @param account the account, or a name that stands for it
   * @param region the Region
   */
  public Scope(X port, String namespace, String account, String region) {
    this.port = port;
    this.namespace = namespace;
    this.account = account;
    this.region = region;
  }

  X port() {
    return port;
  }

  /** The service, as tickets name it. */
  public String namespace() {
    return namespace;
  }

  /** The Region. */
  public String region() {
    return region;
  }

  /** The same for all calls of it: each holds it while it waits. */
  QuotaGate.Key key(ApiOperation api) {
    return keys.computeIfAbsent(api, of -> new QuotaGate.Key(account, region, of));
  }
}
