package dev.dialtone.testing;

import dev.dialtone.model.E164;
import dev.dialtone.spi.ChimePort;
import java.time.Duration;

class InMemoryChimeTest extends ChimePortContract {
  private final VirtualTimer timer = new VirtualTimer();
  private final InMemoryChime chime = new InMemoryChime(timer);

  @Override
  protected ChimePort port() {
    return chime;
  }

  @Override
  protected void add(E164 number) {
    chime.add(number);
  }

  @Override
  protected void letSettle() {
    timer.advance(Duration.ofHours(3));
  }

  @Override
  protected void failNext(E164 number) {
    chime.failNext();
  }
}
