package dev.dialtone.chime;

import dev.dialtone.aws.testing.UsersSettingsContract;
import org.junit.jupiter.api.Nested;

class UsersSettingsTest {
  @Nested
  class Voice extends UsersSettingsContract {
    Voice() {
      super(Clients.voiceSubject());
    }
  }

  @Nested
  class Legacy extends UsersSettingsContract {
    Legacy() {
      super(Clients.legacySubject());
    }
  }
}
