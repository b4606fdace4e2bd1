package dev.dialtone.benchmarks;

import java.util.Random;

/** When ListPhoneNumbersV2 begins to show a claimed number: nobody outside AWS knows. */
enum ListBehaviour {
  /** Whoever asks is refused: there is no list. */
  DENIED {
    @Override
    double shownAfter(double settleTime, Random random) {
      return Double.POSITIVE_INFINITY;
    }
  },
  /** Once it has settled. */
  TRUTHFUL {
    @Override
    double shownAfter(double settleTime, Random random) {
      return settleTime;
    }
  },
  /** At once, which says nothing. */
  EARLY {
    @Override
    double shownAfter(double settleTime, Random random) {
      return 0;
    }
  },
  /** Within ten seconds, whether it has settled or not. */
  RANDOM {
    @Override
    double shownAfter(double settleTime, Random random) {
      return 10 * random.nextDouble();
    }
  },
  /** Five seconds after it has settled. */
  LATE {
    @Override
    double shownAfter(double settleTime, Random random) {
      return settleTime + 5;
    }
  },
  /** Never. */
  SILENT {
    @Override
    double shownAfter(double settleTime, Random random) {
      return Double.POSITIVE_INFINITY;
    }
  };

  /** Seconds from the accepted claim. */
  abstract double shownAfter(double settleTime, Random random);
}
