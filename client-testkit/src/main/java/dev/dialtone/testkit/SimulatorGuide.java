package dev.dialtone.testkit;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** How to point the AWS CLI and any SDK at a simulator that runs, with commands that work there. */
final class SimulatorGuide {
  private static final int SHOWN = 5;

  private SimulatorGuide() {}

  static String of(PhoneNumberSimulator simulator, FurnishedWorld.Inhabitants there) {
    return connect(simulator, there) + chime(simulator, there) + anySdk(simulator);
  }

  private static String connect(PhoneNumberSimulator simulator, FurnishedWorld.Inhabitants there) {
    NumberRange offer = there.offers().get(0);
    return """
        Simulated Amazon Connect phone numbers at %1$s (Ctrl-C ends)

          instance                    %3$s
          traffic distribution group  %4$s
          flow                        %5$s
          inventory                   %6$s
          owned by the instance       %7$s
          to import                   %8$s
          goes wrong                  %9$s
          seed                        %14$s: the same seed and requests, the same story

        AWS CLI (any credentials will do):
          export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
          export AWS_REGION=%2$s AWS_DEFAULT_REGION=%2$s
          export AWS_ENDPOINT_URL_CONNECT=%1$s
          aws connect search-available-phone-numbers --target-arn %3$s \\
            --phone-number-country-code %10$s --phone-number-type %11$s
          aws connect claim-phone-number --target-arn %3$s --phone-number %12$s
          aws connect describe-phone-number --phone-number-id ID
          aws connect update-phone-number --phone-number-id ID --target-arn %4$s
          aws connect import-phone-number --instance-id %3$s \\
            --source-phone-number-arn %13$s
          aws connect release-phone-number --phone-number-id ID
        """
        .formatted(
            simulator.endpoint(),
            simulator.region(),
            there.instance(),
            there.group(),
            there.flow(),
            listed(there.offers()),
            listed(there.owned()),
            listed(there.sources()),
            listed(there.faults()),
            offer.country(),
            offer.type(),
            offer.first(),
            there.sources().get(0),
            Long.toString(simulator.seed()));
  }

  private static String chime(PhoneNumberSimulator simulator, FurnishedWorld.Inhabitants there) {
    return """

        Simulated Amazon Chime SDK Voice at %1$s, numbers %2$s
          export AWS_ENDPOINT_URL_CHIME_SDK_VOICE=%1$s
          aws chime-sdk-voice update-phone-number --phone-number-id %3$s --calling-name "ACME SUPPORT"
          aws chime-sdk-voice get-phone-number --phone-number-id %3$s

        Simulated legacy Amazon Chime at %4$s, numbers %5$s
          export AWS_ENDPOINT_URL_CHIME=%4$s
          aws chime update-phone-number --phone-number-id %6$s --calling-name "ACME SUPPORT"
          aws chime get-phone-number --phone-number-id %6$s
        """
        .formatted(
            simulator.voiceEndpoint(),
            listed(numbers(there.voice())),
            there.voice().get(0).number(),
            simulator.legacyEndpoint(),
            listed(numbers(there.legacy())),
            there.legacy().get(0).number());
  }

  private static String anySdk(PhoneNumberSimulator simulator) {
    return """

        Any SDK: the same environment variables, or in the code, for example
          Java        ConnectClient.builder().endpointOverride(URI.create("%1$s")).region(Region.of("%2$s"))…
          JavaScript  new ConnectClient({ endpoint: "%1$s", region: "%2$s",
                        credentials: { accessKeyId: "test", secretAccessKey: "test" } })
          Python      boto3.client("connect", endpoint_url="%1$s", region_name="%2$s",
                        aws_access_key_id="test", aws_secret_access_key="test")
        """
        .formatted(simulator.endpoint(), simulator.region());
  }

  private static List<String> numbers(List<ProvisionedNumber> provisioned) {
    return provisioned.stream()
        .map(
            number ->
                number.callingName().isEmpty()
                    ? number.number()
                    : number.number() + " (" + number.callingName() + ")")
        .toList();
  }

  private static String listed(List<?> items) {
    if (items.isEmpty()) {
      return "nothing";
    }
    String shown = items.stream().limit(SHOWN).map(Object::toString).collect(joining(", "));
    return items.size() > SHOWN ? shown + " and " + (items.size() - SHOWN) + " more" : shown;
  }
}
