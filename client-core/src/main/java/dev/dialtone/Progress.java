package dev.dialtone;

import dev.dialtone.internal.Standing;
import dev.dialtone.model.Stage;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an operation stands.
 *
 * @param stage how far it is
 * @param attempts how often its call was sent so far
 * @param looks how often its number was looked at so far
 * @param lastStatus what the last look saw, mostly in the service's words
 * @param nextLook when the next look is due; under a short budget it may come later
 */
public record Progress(
    Stage stage, int attempts, int looks, Optional<String> lastStatus, Optional<Instant> nextLook) {
  static Progress of(Standing standing) {
    return new Progress(
        standing.stage(),
        standing.attempts(),
        standing.looks(),
        standing.lastStatus(),
        standing.nextLook());
  }
}
