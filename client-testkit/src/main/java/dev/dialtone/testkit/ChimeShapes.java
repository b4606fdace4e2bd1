package dev.dialtone.testkit;

import java.util.Set;

/**
 * What the published models of Amazon Chime (2018-05-01) and Amazon Chime SDK Voice (2022-08-03)
 * say of the members of requests, as far as they agree; the rest is in {@link ChimeNamespace}.
 */
final class ChimeShapes {
  static final TextShape TEXT = TextShape.any();
  // The flag: AWS's model asks for something that is not blank, on whichever line.
  static final TextShape NOT_BLANK = TextShape.matching("(?s).*\\S.*");
  static final TextShape CALLING_NAME = TextShape.matching("|[a-zA-Z0-9 ]{2,15}");
  static final TextShape NAME =
      TextShape.ofLength(0, 256).andMatching("|[a-zA-Z0-9,._\\-]+(\\s+[a-zA-Z0-9,._\\-]+)*");
  static final TextShape LEGACY_STATUS =
      TextShape.oneOf(
          Set.of(
              "AcquireInProgress",
              "AcquireFailed",
              "Unassigned",
              "Assigned",
              "ReleaseInProgress",
              "DeleteInProgress",
              "ReleaseFailed",
              "DeleteFailed"));

  private ChimeShapes() {}
}
