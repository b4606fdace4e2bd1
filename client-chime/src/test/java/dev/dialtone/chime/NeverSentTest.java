package dev.dialtone.chime;

import dev.dialtone.aws.testing.NeverSentContract;
import org.junit.jupiter.api.Nested;

class NeverSentTest {
  @Nested
  class Voice extends NeverSentContract {
    Voice() {
      super(Clients.voiceSubject());
    }
  }

  @Nested
  class Legacy extends NeverSentContract {
    Legacy() {
      super(Clients.legacySubject());
    }
  }
}
