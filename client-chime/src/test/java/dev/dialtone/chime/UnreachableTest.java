package dev.dialtone.chime;

import dev.dialtone.aws.testing.UnreachableContract;
import org.junit.jupiter.api.Nested;

class UnreachableTest {
  @Nested
  class Voice extends UnreachableContract {
    Voice() {
      super(Clients.voiceSubject());
    }
  }

  @Nested
  class Legacy extends UnreachableContract {
    Legacy() {
      super(Clients.legacySubject());
    }
  }
}
