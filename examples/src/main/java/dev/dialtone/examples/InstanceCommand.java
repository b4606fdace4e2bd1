package dev.dialtone.examples;

import dev.dialtone.model.Target;
import picocli.CommandLine.Option;

/** A program for a verb that needs an instance. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required
abstract class InstanceCommand extends ExampleCommand {
  @Option(
      names = "--instance",
      required = true,
      paramLabel = "ARN",
      description = "the Amazon Connect instance, by its ARN or id")
  Target.Instance instance;
}
