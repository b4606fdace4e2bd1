package dev.dialtone.internal;

import dev.dialtone.model.Stage;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an operation stands.
 *
 * @param stage how far it is
 * @param attempts how often its call was sent
 * @param looks how often the number was looked at so far
 * @param lastStatus what the last look saw, in the service's words
 * @param nextLook when the next look is due
 */
public record Standing(
    Stage stage, int attempts, int looks, Optional<String> lastStatus, Optional<Instant> nextLook) {

  /** For example {@code IN_PROGRESS (7 looks)}, or {@code waiting for quota}. */
  String inWords() {
    String words = stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String seen = lastStatus.orElse("") + " (" + Words.count(looks, "look") + ")";
    if (lastStatus.isEmpty()) {
      return words;
    }
    return switch (stage) {
      case SETTLING -> seen;
      case WAITING_FOR_PREVIOUS -> words + ": " + seen;
      default -> words;
    };
  }
}
