package dev.dialtone.benchmarks;

/** Who takes part in {@link BulkInRealTime}. */
enum Entrant {
  DIALTONE("Dialtone", "dialtone-"),
  POOL_32("pool of 32", "pool-"),
  POOL_128("pool of 128", "pool-"),
  POOL_512("pool of 512", "pool-"),
  WAITER("SDK's async waiter", "pool-");

  private final String title;
  private final String threads;

  Entrant(String title, String threads) {
    this.title = title;
    this.threads = threads;
  }

  /** How the table calls it. */
  String title() {
    return title;
  }

  /** What the names of its own threads begin with; those of AWS's client are others. */
  String threads() {
    return threads;
  }

  Racer racer(Track track) {
    return switch (this) {
      case DIALTONE -> new DialtoneRacer(track);
      case POOL_32 -> new PoolRacer(track, 32);
      case POOL_128 -> new PoolRacer(track, 128);
      case POOL_512 -> new PoolRacer(track, 512);
      case WAITER -> new WaiterRacer(track);
    };
  }
}
