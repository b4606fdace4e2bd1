package dev.dialtone.connect;

import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Search;
import java.util.Optional;
import java.util.TreeMap;

/** Short words for what a port is asked. */
final class Ports {
  private Ports() {}

  static Claim claim(E164 number, Target target) {
    return new Claim(number, target, Optional.empty(), new TreeMap<>(), Optional.empty());
  }

  static Search search(Target target, Optional<String> prefix) {
    return new Search(
        CountryCode.of("US"), NumberType.TOLL_FREE, target, prefix, 10, Optional.empty());
  }
}
