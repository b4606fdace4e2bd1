package dev.dialtone.connect;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dialtone.aws.testing.UsersSettingsContract;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectClient;

class UsersSettingsTest extends UsersSettingsContract {
  UsersSettingsTest() {
    super(Clients.subject());
  }

  @Test
  void decorator_withoutConfiguration_isRefusedWithWhatToDo() {
    ConnectClient decorator =
        new ConnectClient() {
          @Override
          public String serviceName() {
            return "connect";
          }

          @Override
          public void close() {}
        };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectAdapter.of(decorator))
        .withMessageContaining("serviceClientConfiguration()");
  }
}
