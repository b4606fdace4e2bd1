package dev.dialtone.connect;

import dev.dialtone.aws.testing.NeverSentContract;

class NeverSentTest extends NeverSentContract {
  NeverSentTest() {
    super(Clients.subject());
  }
}
