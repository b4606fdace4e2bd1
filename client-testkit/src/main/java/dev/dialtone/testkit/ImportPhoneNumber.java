package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;
import static dev.dialtone.testkit.StructureShape.required;

import java.util.Optional;

/** Takes over a number of AWS End User Messaging; a full instance shows only when it settles. */
final class ImportPhoneNumber {
  private static final String NAME = "ImportPhoneNumber";
  private static final StructureShape INPUT =
      StructureShape.of(
          required("InstanceId", ConnectShapes.INSTANCE_ID),
          required("SourcePhoneNumberArn", ConnectShapes.ARN),
          optional("PhoneNumberDescription", ConnectShapes.DESCRIPTION),
          optional("Tags", ConnectShapes.TAGS),
          optional("ClientToken", ConnectShapes.CLIENT_TOKEN));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "POST",
          PathTemplate.of("/phone-number/import"),
          INPUT,
          ImportPhoneNumber::importNumber);

  private final ConnectWorld world;
  private final ConnectState state;
  private final NewNumber wanted;

  private ImportPhoneNumber(ConnectWorld world, ConnectState state, NewNumber wanted) {
    this.world = world;
    this.state = state;
    this.wanted = wanted;
  }

  private static Reply importNumber(Members members, ConnectWorld world) {
    String instanceId = members.required("InstanceId");
    String sourceArn = members.required("SourcePhoneNumberArn");
    NewNumber wanted = NewNumber.in(members);
    return world.with(
        state -> {
          Target instance = instance(instanceId, state.targets());
          var once = new ImportPhoneNumber(world, state, wanted);
          return state.tokens().once(NAME, members, () -> once.carryOut(sourceArn, instance));
        });
  }

  private static Target instance(String instanceId, Targets targets) {
    if (targets.isGroup(instanceId)) {
      throw AwsError.invalidParameter(
          "A number cannot be imported into a traffic distribution group: " + instanceId);
    }
    return targets.getInstance(instanceId);
  }

  private Done carryOut(String sourceArn, Target instance) {
    SourceNumber source = state.sources().getActive(sourceArn);
    state.churn().check(state.targets().quota(), world.now());
    Optional<HeldNumber> again = failedImport(source);
    NumberVersion<NumberState> version =
        wanted.version(source.phoneNumber().number(), instance, state, world);
    HeldNumber held =
        again
            .map(failed -> state.numbers().write(failed, version))
            .orElseGet(
                () -> state.numbers().add(source.phoneNumber(), Optional.of(sourceArn), version));
    state.churn().count(world.now());
    world.applied(NAME, held, instance.arn(), wanted.token());
    return Done.of(NumberAnswers.identity(held), held);
  }

  private Optional<HeldNumber> failedImport(SourceNumber source) {
    Optional<HeldNumber> earlier = state.numbers().importOf(source, world.now());
    if (earlier.filter(number -> !number.at(world.now()).mayBeTriedAgain()).isPresent()) {
      throw AwsError.invalidParameter("Source phone number is already imported: " + source.arn());
    }
    return earlier;
  }
}
