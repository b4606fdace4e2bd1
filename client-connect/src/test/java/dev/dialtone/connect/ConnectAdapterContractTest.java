package dev.dialtone.connect;

import dev.dialtone.aws.testing.ClientKind;
import org.junit.jupiter.api.Nested;

/** Whatever client it is given, the adapter is the same port. */
class ConnectAdapterContractTest {
  @Nested
  class OfAnAsyncBuilder extends ConnectAdapterContract {
    OfAnAsyncBuilder() {
      super(ClientKind.ASYNC_BUILDER);
    }
  }

  @Nested
  class OfAnAsyncClient extends ConnectAdapterContract {
    OfAnAsyncClient() {
      super(ClientKind.ASYNC_CLIENT);
    }
  }

  @Nested
  class OfABlockingBuilder extends ConnectAdapterContract {
    OfABlockingBuilder() {
      super(ClientKind.BLOCKING_BUILDER);
    }
  }

  @Nested
  class OfABlockingClient extends ConnectAdapterContract {
    OfABlockingClient() {
      super(ClientKind.BLOCKING_CLIENT);
    }
  }
}
