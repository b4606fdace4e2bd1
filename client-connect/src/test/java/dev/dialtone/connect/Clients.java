package dev.dialtone.connect;

import dev.dialtone.aws.testing.Adapters;
import dev.dialtone.aws.testing.Adapters.Over;
import dev.dialtone.aws.testing.Subject;
import dev.dialtone.model.PhoneNumberId;
import java.net.URI;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.ConnectClientBuilder;

/** AWS's own builders for Amazon Connect, and adapters over each kind of client. */
final class Clients {
  private static final PhoneNumberId ID = PhoneNumberId.of("0a1b2c3d-0000-4000-8000-00000000000a");

  private Clients() {}

  static Adapters<ConnectAdapter> adapters() {
    return new Adapters<>(
        new Over<ConnectAdapter, ConnectAsyncClientBuilder, ConnectAsyncClient>(
            Clients::async, ConnectAdapter::of, ConnectAdapter::of),
        new Over<ConnectAdapter, ConnectClientBuilder, ConnectClient>(
            Clients::blocking, ConnectAdapter::of, ConnectAdapter::of));
  }

  /** Amazon Connect, for what all adapters must do. */
  static Subject<ConnectAdapter> subject() {
    return new Subject<>(
        adapters(),
        (adapter, call) -> adapter.describe(ID, call),
        ConnectAdapter::close,
        OverHttp.DESCRIBED.formatted(OverHttp.NUMBER.value()),
        "/us-west-2/connect");
  }

  static ConnectAsyncClientBuilder async(URI endpoint) {
    return Adapters.at(endpoint, async());
  }

  static ConnectClientBuilder blocking(URI endpoint) {
    return Adapters.at(endpoint, blocking());
  }

  private static ConnectAsyncClientBuilder async() {
    return ConnectAsyncClient.builder().region(Region.US_WEST_2);
  }

  private static ConnectClientBuilder blocking() {
    return ConnectClient.builder().region(Region.US_WEST_2);
  }
}
