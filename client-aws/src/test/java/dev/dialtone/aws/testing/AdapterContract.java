package dev.dialtone.aws.testing;

import org.junit.jupiter.api.AfterEach;

/** What every adapter must do, over each kind of client, at a service that says anything. */
abstract class AdapterContract {
  final RawService service = new RawService();
  final Subject<?> subject;

  AdapterContract(Subject<?> subject) {
    this.subject = subject;
  }

  @AfterEach
  void close() {
    subject.close();
    service.close();
  }
}
