package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.dialtone.ListRequest;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the numbers of the account: all of an instance, then one by its number. */
@Command(description = "Lists the numbers of the account in the Region.")
public final class ListNumbers extends ExampleCommand {
  @Option(
      names = "--instance",
      paramLabel = "ARN",
      description = "only numbers of this instance, by its ARN or id")
  Optional<Target.Instance> instance = Optional.empty();

  @Option(
      names = "--country",
      paramLabel = "COUNTRY",
      description = "only numbers of this country; may be repeated")
  List<CountryCode> countries = new ArrayList<>();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "only numbers of this type; may be repeated")
  List<NumberType> types = new ArrayList<>();

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description = "only numbers that begin so, for example +1800")
  Optional<String> prefix = Optional.empty();

  ListNumbers() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new ListNumbers(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    E164 support = E164.of("+18005550100");
    var claims =
        List.of(
            numbers.claim(support).to(aws.instance()).start(),
            numbers.claim(E164.of("+18005550101")).to(aws.instance()).start(),
            numbers.claim(E164.of("+18005550102")).to(aws.group()).start());
    claims.forEach(claim -> claim.await(ofMinutes(2)));

    System.out.println("of the account: " + numbers.list().stream().count());
    show(numbers.list().in(aws.instance()));

    // By its number, where only that is known; this gives the id that all other verbs want.
    System.out.println(
        "by number: " + numbers.list().number(support).first(1).await(ofSeconds(30)));
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    ListRequest list =
        numbers
            .list()
            .countries(countries.toArray(CountryCode[]::new))
            .types(types.toArray(NumberType[]::new));
    list = instance.map(list::in).orElse(list);
    show(prefix.map(list::prefix).orElse(list));
  }

  private static void show(ListRequest list) {
    long count = list.stream().peek(System.out::println).count(); // page by page, as it is read
    System.out.println(count + " in all");
  }
}
