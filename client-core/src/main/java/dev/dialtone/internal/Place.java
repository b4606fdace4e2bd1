package dev.dialtone.internal;

import java.util.Optional;

/**
 * Where a client's requests go.
 *
 * @param region its Region
 * @param account its account, where it is told
 */
public record Place(String region, Optional<String> account) {}
