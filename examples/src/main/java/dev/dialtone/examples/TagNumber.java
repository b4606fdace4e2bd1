package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Sets tags of a number and removes one. */
@Command(description = "Sets and removes tags of a number, and leaves its others.")
public final class TagNumber extends NumberCommand {
  @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "to set; may be repeated")
  Map<String, String> tags = new TreeMap<>();

  @Option(names = "--untag", paramLabel = "KEY", description = "to remove; may be repeated")
  List<String> keys = new ArrayList<>();

  TagNumber() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new TagNumber(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    PhoneNumberId support =
        numbers.claim(E164.of("+18005550100")).to(aws.instance()).start().await(ofMinutes(2)).id();

    show(
        numbers
            .tag(support, Map.of("team", "support", "stage", "trial"))
            .start()
            .await(ofMinutes(2)));
    show(numbers.untag(support, List.of("stage")).start().await(ofMinutes(2)));
  }

  @Override
  void checkOptions() {
    if (tags.isEmpty() && keys.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--tag or --untag is needed, or both");
    }
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    if (!tags.isEmpty()) {
      show(numbers.tag(id, tags).start().await(ofMinutes(2)));
    }
    if (!keys.isEmpty()) {
      show(numbers.untag(id, keys).start().await(ofMinutes(2)));
    }
  }

  private static void show(ConnectNumber now) {
    System.out.println(now.number() + " has the tags " + new TreeMap<>(now.tags()));
  }
}
