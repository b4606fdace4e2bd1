package dev.dialtone.examples;

import static java.time.Duration.ofSeconds;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.NumberType;

/** Searches the inventory: the first few at once, then lazily all of a prefix. */
public final class SearchNumbers {
  private SearchNumbers() {}

  /** Runs on the stand-in. */
  public static void main(String[] args) {
    try (StandIn aws = StandIn.start();
        PhoneNumbers numbers =
            PhoneNumbers.builder().connect(ConnectAdapter.of(aws.client())).build()) {
      var search =
          numbers.search(CountryCode.of("US"), NumberType.TOLL_FREE).offeredTo(aws.instance());

      System.out.println("three offers: " + search.first(3).await(ofSeconds(30)));

      // Pages of ten are asked for as the stream is read: this takes two.
      long read = search.prefix("+1800").stream().limit(15).count();
      System.out.println("read " + read + " more, in " + pages(aws) + " pages in all");
    }
  }

  private static int pages(StandIn aws) {
    return aws.simulator().ledger().requests("SearchAvailablePhoneNumbers").size();
  }
}
