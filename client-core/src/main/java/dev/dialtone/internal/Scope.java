package dev.dialtone.internal;

import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.QuotaGate;

/**
 * A port with the account and Region that its quotas count by.
 *
 * @param port the port
 * @param namespace the service, as tickets name it
 * @param account the account, or a name that stands for it
 * @param region the Region
 */
public record Scope<X>(X port, String namespace, String account, String region) {
  QuotaGate.Key key(ApiOperation api) {
    return new QuotaGate.Key(account, region, api);
  }
}
