package dev.dialtone.examples;

import dev.dialtone.model.Arn;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import software.amazon.awssdk.regions.Region;

/** Options are the library's values, which refuse bad text themselves. */
final class OptionValues {
  private static final Pattern REGION = Pattern.compile("[a-z]+(-[a-z]+)+-[0-9]+");
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private OptionValues() {}

  static CommandLine addTo(CommandLine commandLine) {
    return commandLine
        .registerConverter(E164.class, value(E164::of))
        .registerConverter(PhoneNumberId.class, value(PhoneNumberId::of))
        .registerConverter(SourceNumber.class, value(SourceNumber::of))
        .registerConverter(CallingName.class, value(CallingName::of))
        .registerConverter(ContactFlow.class, value(ContactFlow::of))
        .registerConverter(CountryCode.class, value(CountryCode::of))
        .registerConverter(NumberType.class, value(NumberType::of))
        .registerConverter(Target.Instance.class, value(Target::instance))
        .registerConverter(Target.class, value(OptionValues::target))
        .registerConverter(Region.class, value(OptionValues::region))
        .registerConverter(URI.class, value(OptionValues::endpoint));
  }

  /** Keeps the value's own words, which show no phone number, and not the text that was typed. */
  private static <T> ITypeConverter<T> value(Function<String, T> reading) {
    return text -> {
      try {
        return reading.apply(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    };
  }

  private static Target target(String text) {
    return Arn.looksLike(text) && text.contains(":traffic-distribution-group/")
        ? Target.trafficDistributionGroup(text)
        : Target.instance(text);
  }

  private static Region region(String text) {
    if (!REGION.matcher(text).matches()) {
      throw new IllegalArgumentException("a Region must be a name like us-west-2");
    }
    return Region.of(text);
  }

  private static URI endpoint(String text) {
    URI endpoint = URI.create(text);
    if (!"http".equals(endpoint.getScheme())
        || !THIS_MACHINE.contains(String.valueOf(endpoint.getHost()))) {
      throw new IllegalArgumentException(
          "a stand-in must be on this machine, for example http://127.0.0.1:8642");
    }
    return endpoint;
  }
}
