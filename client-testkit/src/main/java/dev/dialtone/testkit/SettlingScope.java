package dev.dialtone.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a fault wants to settle what the request of this thread begins: from the fault, which knows
 * no number, to the world, which knows no fault. This class is thread-safe.
 */
final class SettlingScope {
  private final ThreadLocal<SettlingOrder> order =
      ThreadLocal.withInitial(() -> SettlingOrder.NONE);

  Reply serve(SettlingOrder told, Supplier<Reply> service) {
    order.set(told);
    try {
      return service.get();
    } finally {
      order.remove();
    }
  }

  Optional<String> failure() {
    return order.get().failure();
  }

  Duration time(Duration usual) {
    return order.get().after().orElse(usual);
  }
}
