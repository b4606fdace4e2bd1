package dev.dialtone.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What tagging and untagging have in common: effective at once, even while a number settles. */
final class Tagging {
  static final PathTemplate PATH = PathTemplate.of("/tags/{resourceArn}");

  private static final int MOST = 50;

  private Tagging() {}

  static Reply change(
      String operation, Members members, Consumer<Map<String, String>> edit, ConnectWorld world) {
    String arn = members.required("resourceArn");
    if (!Arns.isArn(arn)) {
      throw AwsError.invalidParameter("Resource must be named by its ARN: " + arn);
    }
    return world.with(
        state -> {
          HeldNumber number = state.numbers().get(arn, world.now());
          return world.changeAtOnce(operation, number, before -> edited(before, edit));
        });
  }

  private static NumberState edited(NumberState before, Consumer<Map<String, String>> edit) {
    var tags = new HashMap<>(before.tags());
    edit.accept(tags);
    if (tags.size() > MOST) {
      throw AwsError.invalidParameter("There may be at most " + MOST + " tags");
    }
    return before.tagged(Map.copyOf(tags));
  }
}
