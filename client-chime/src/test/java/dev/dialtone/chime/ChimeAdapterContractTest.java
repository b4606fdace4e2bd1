package dev.dialtone.chime;

import dev.dialtone.model.E164;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.testing.ChimePortContract;
import dev.dialtone.testkit.PhoneNumberSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The contract of every port, over HTTP: both namespaces, async and sync, built and ready. */
class ChimeAdapterContractTest {
  abstract static class OverHttp extends ChimePortContract {
    private static final Duration SETTLES_AFTER = Duration.ofHours(1);

    private final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
    final PhoneNumberSimulator simulator =
        PhoneNumberSimulator.builder()
            .callingNameSettlesAfter(SETTLES_AFTER)
            .clock(now::get)
            .start();
    private final ChimePort port = adapter();

    abstract ChimePort adapter();

    @AfterEach
    void close() {
      port.close();
      simulator.close();
    }

    @Override
    protected ChimePort port() {
      return port;
    }

    @Override
    protected void letSettle() {
      now.updateAndGet(time -> time.plus(SETTLES_AFTER));
    }

    @Override
    protected void failNext(E164 number) {
      simulator.faults().failCallingName(number.value());
    }
  }

  abstract static class Voice extends OverHttp {
    @Override
    protected void add(E164 number) {
      simulator.addVoiceNumber(number.value());
    }
  }

  abstract static class Legacy extends OverHttp {
    @Override
    protected void add(E164 number) {
      simulator.addLegacyNumber(number.value());
    }
  }

  @Nested
  class VoiceAsyncBuilt extends Voice {
    @Override
    ChimePort adapter() {
      return ChimeAdapter.voice(Clients.voiceAsync(simulator.voiceEndpoint()));
    }
  }

  @Nested
  class VoiceSyncBuilt extends Voice {
    @Override
    ChimePort adapter() {
      return ChimeAdapter.voice(Clients.voice(simulator.voiceEndpoint()));
    }
  }

  @Nested
  class VoiceAsyncReady extends Voice {
    @Override
    ChimePort adapter() {
      return ChimeAdapter.voice(Clients.voiceAsync(simulator.voiceEndpoint()).build());
    }
  }

  @Nested
  class VoiceSyncReady extends Voice {
    @Override
    ChimePort adapter() {
      return ChimeAdapter.voice(Clients.voice(simulator.voiceEndpoint()).build());
    }
  }

  @Nested
  class LegacyAsyncBuilt extends Legacy {
    @Override
    ChimePort adapter() {
      return ChimeAdapter.legacy(Clients.legacyAsync(simulator.legacyEndpoint()));
    }
  }

  @Nested
  class LegacySyncBuilt extends Legacy {
    @Override
    ChimePort adapter() {
      return ChimeAdapter.legacy(Clients.legacy(simulator.legacyEndpoint()));
    }
  }

  @Nested
  class LegacyAsyncReady extends Legacy {
    @Override
    ChimePort adapter() {
      return ChimeAdapter.legacy(Clients.legacyAsync(simulator.legacyEndpoint()).build());
    }
  }

  @Nested
  class LegacySyncReady extends Legacy {
    @Override
    ChimePort adapter() {
      return ChimeAdapter.legacy(Clients.legacy(simulator.legacyEndpoint()).build());
    }
  }
}
