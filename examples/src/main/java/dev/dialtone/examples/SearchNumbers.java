package dev.dialtone.examples;

import static java.time.Duration.ofSeconds;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.NumberType;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Searches the inventory: the first few at once, then lazily all of a prefix. */
@Command(description = "Shows ten numbers that could be claimed.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class SearchNumbers extends InstanceCommand {
  @Option(
      names = "--country",
      paramLabel = "COUNTRY",
      required = true,
      description = "for example US")
  CountryCode country;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      required = true,
      description = "for example TOLL_FREE or DID")
  NumberType type;

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description = "what the numbers begin with, for example +1800")
  Optional<String> prefix = Optional.empty();

  SearchNumbers() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new SearchNumbers(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    var search =
        numbers.search(CountryCode.of("US"), NumberType.TOLL_FREE).offeredTo(aws.instance());

    System.out.println("three offers: " + search.first(3).await(ofSeconds(30)));

    // Pages of ten are asked for as the stream is read: this takes two.
    long read = search.prefix("+1800").stream().limit(15).count();
    int pages = aws.simulator().ledger().requests("SearchAvailablePhoneNumbers").size();
    System.out.println("read " + read + " more, in " + pages + " pages in all");
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    var search = numbers.search(country, type).offeredTo(instance);
    var narrowed = prefix.map(search::prefix).orElse(search);

    // A search is for claiming, so here the numbers are shown in clear.
    narrowed
        .first(10)
        .await(ofSeconds(30))
        .forEach(offer -> System.out.println(offer.number().value()));
  }
}
