package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;
import static dev.dialtone.testkit.StructureShape.required;

import java.util.Optional;

/**
 * Changes the description of a number, or clears it; until it has settled a read shows the old one.
 */
final class UpdatePhoneNumberMetadata {
  private static final String NAME = "UpdatePhoneNumberMetadata";
  private static final StructureShape INPUT =
      StructureShape.of(
          required("PhoneNumberId", ConnectShapes.PHONE_NUMBER_ID),
          optional("PhoneNumberDescription", ConnectShapes.DESCRIPTION),
          optional("ClientToken", ConnectShapes.CLIENT_TOKEN));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "PUT",
          PathTemplate.of("/phone-number/{PhoneNumberId}/metadata"),
          INPUT,
          UpdatePhoneNumberMetadata::describe);

  private UpdatePhoneNumberMetadata() {}

  private static Reply describe(Members members, ConnectWorld world) {
    String id = members.required("PhoneNumberId");
    Optional<String> description =
        members.text("PhoneNumberDescription").filter(text -> !text.isEmpty());
    Optional<String> token = IdempotencyTokens.in(members);
    return world.with(
        state -> {
          HeldNumber number = state.numbers().get(id, world.now());
          return state
              .tokens()
              .once(
                  NAME,
                  members,
                  () -> {
                    NumberState before = number.obtainedIn(world);
                    state
                        .numbers()
                        .write(
                            number, world.settling(number, before, before.described(description)));
                    world.applied(NAME, number, before.targetArn(), token);
                    return Done.of(Answer.empty(), number);
                  });
        });
  }
}
