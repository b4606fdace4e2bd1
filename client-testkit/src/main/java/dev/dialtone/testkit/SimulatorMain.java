package dev.dialtone.testkit;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a {@link PhoneNumberSimulator} with a small ready-made world until it is killed, for the AWS
 * CLI or an SDK of any language.
 *
 * <p>Arguments: {@code --port N} (default 8642, 0 = any free one; Amazon Chime is at the two ports
 * after it), {@code --region NAME} (default us-west-2), {@code --settle-millis N} (default 200).
 * Exit code 2 after a wrong argument, 1 if the port is taken.
 */
public final class SimulatorMain {
  private SimulatorMain() {}

  /** Starts the simulator and serves. */
  public static void main(String[] args) throws InterruptedException {
    try {
      PhoneNumberSimulator simulator = SimulatorArguments.parse(args).start();
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
      furnish(simulator, System.out);
      new CountDownLatch(1).await();
    } catch (IllegalArgumentException e) {
      end(2, e.getMessage() + "\n" + SimulatorArguments.USAGE);
    } catch (FatalStartupException e) {
      end(
          1,
          "cannot listen on that port of 127.0.0.1 or the two after it: one is probably taken, choose"
              + " another --port");
    }
  }

  static void furnish(PhoneNumberSimulator simulator, PrintStream out) {
    String instance = simulator.addInstance();
    String group = simulator.addTrafficDistributionGroup(instance);
    String flow = simulator.addFlow(instance, "Main menu");
    simulator.offer("US", "TOLL_FREE", "+18005550100", 50);
    simulator.offer("US", "DID", "+12065550100", 50);
    String source = simulator.addSourceNumber("US", "DID", "+12065550190");
    printConnect(simulator, List.of(instance, group, flow, source), out);
    simulator.addVoiceNumber("+12065550170");
    simulator.addVoiceNumber(ProvisionedNumber.of("+12065550171").callingName("ACME").assigned());
    simulator.addLegacyNumber("+12065550180");
    printChime(simulator, out);
    out.flush();
  }

  private static void printConnect(
      PhoneNumberSimulator simulator, List<String> arns, PrintStream out) {
    out.printf(
        """
        Simulated Amazon Connect phone numbers at %1$s (Ctrl-C ends)

          instance                    %3$s
          traffic distribution group  %4$s
          flow                        %5$s
          inventory                   US TOLL_FREE +18005550100 x50, US DID +12065550100 x50
          number to import            %6$s

        AWS CLI:
          export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
          aws connect search-available-phone-numbers --endpoint-url %1$s --region %2$s \\
            --target-arn %3$s \\
            --phone-number-country-code US --phone-number-type TOLL_FREE
          aws connect claim-phone-number --endpoint-url %1$s --region %2$s \\
            --target-arn %3$s \\
            --phone-number +18005550100
        Any SDK: the same endpoint, Region and credentials; or export AWS_ENDPOINT_URL_CONNECT=%1$s
        """,
        simulator.endpoint(),
        simulator.region(),
        arns.get(0),
        arns.get(1),
        arns.get(2),
        arns.get(3));
  }

  private static void printChime(PhoneNumberSimulator simulator, PrintStream out) {
    out.printf(
        """

        Simulated Amazon Chime SDK Voice at %1$s

          numbers                     +12065550170, +12065550171 (assigned, calling name ACME)

        AWS CLI:
          aws chime-sdk-voice update-phone-number --endpoint-url %1$s --region %3$s \\
            --phone-number-id +12065550170 --calling-name "ACME SUPPORT"
          aws chime-sdk-voice get-phone-number --endpoint-url %1$s --region %3$s \\
            --phone-number-id +12065550170
        Any SDK: the same; or export AWS_ENDPOINT_URL_CHIME_SDK_VOICE=%1$s

        Simulated legacy Amazon Chime at %2$s

          number                      +12065550180

        AWS CLI:
          aws chime get-phone-number --endpoint-url %2$s --region us-east-1 \\
            --phone-number-id +12065550180
        Any SDK: the same; or export AWS_ENDPOINT_URL_CHIME=%2$s
        """,
        simulator.voiceEndpoint(), simulator.legacyEndpoint(), simulator.region());
  }

  private static void end(int code, String message) {
    System.err.println(message);
    System.exit(code);
  }
}
