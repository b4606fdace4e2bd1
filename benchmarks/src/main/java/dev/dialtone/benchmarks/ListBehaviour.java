package dev.dialtone.benchmarks;

import java.util.Random;

/** When ListPhoneNumbersV2 begins to show a claimed number: nobody outside AWS knows. */
enum ListBehaviour {
  /** Whoever asks is refused: there is no list. */
  DENIED("no list: it is denied") {
    @Override
    double shownAfter(double settleTime, Random random) {
      return Double.POSITIVE_INFINITY;
    }
  },
  /** Once it has settled. */
  TRUTHFUL("shown once settled") {
    @Override
    double shownAfter(double settleTime, Random random) {
      return settleTime;
    }
  },
  /** At once, which says nothing. */
  EARLY("shown at once") {
    @Override
    double shownAfter(double settleTime, Random random) {
      return 0;
    }
  },
  /** Within ten seconds, whether it has settled or not. */
  RANDOM("shown at random within 10 s") {
    @Override
    double shownAfter(double settleTime, Random random) {
      return 10 * random.nextDouble();
    }
  },
  /** Five seconds after it has settled. */
  LATE("shown 5 s after settling") {
    @Override
    double shownAfter(double settleTime, Random random) {
      return settleTime + 5;
    }
  },
  /** Never. */
  SILENT("never shown") {
    @Override
    double shownAfter(double settleTime, Random random) {
      return Double.POSITIVE_INFINITY;
    }
  };

  private final String words;

  ListBehaviour(String words) {
    this.words = words;
  }

  String inWords() {
    return words;
  }

  /** Seconds from the accepted claim. */
  abstract double shownAfter(double settleTime, Random random);
}
