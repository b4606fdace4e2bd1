package dev.dialtone.testkit;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a {@link PhoneNumberSimulator} with a small ready-made world until it is killed, for the AWS
 * CLI or an SDK of any language, and prints how to point them at it.
 *
 * <p>{@code --help} shows the options. Exit code 2 after a wrong argument, 1 if a port is taken.
 */
public final class SimulatorMain {
  private SimulatorMain() {}

  /** Starts the simulator and serves. */
  public static void main(String[] args) throws InterruptedException {
    if (List.of(args).contains(SimulatorOptions.HELP)) {
      System.out.print(SimulatorOptions.help());
      return;
    }
    try {
      SimulatorArguments arguments = SimulatorArguments.parse(args);
      PhoneNumberSimulator simulator = arguments.builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
      System.out.print(SimulatorGuide.of(simulator, arguments.world().furnish(simulator)));
      System.out.flush();
      new CountDownLatch(1).await();
    } catch (IllegalArgumentException e) {
      end(2, String.valueOf(e.getMessage()));
    } catch (FatalStartupException e) {
      end(
          1,
          "cannot listen on one of the three ports of 127.0.0.1: one is probably taken, choose"
              + " another --port, or --port 0 for any free ones");
    }
  }

  private static void end(int code, String message) {
    System.err.println(message);
    System.exit(code);
  }
}
