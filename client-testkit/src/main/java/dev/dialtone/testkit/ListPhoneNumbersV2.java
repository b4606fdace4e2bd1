package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;

import java.util.Optional;
import java.util.stream.Stream;

/** Shows the numbers of a target or of the whole Region, page by page, in the order of claiming. */
final class ListPhoneNumbersV2 {
  private static final StructureShape INPUT =
      StructureShape.of(
          optional("TargetArn", ConnectShapes.ARN),
          optional("InstanceId", ConnectShapes.INSTANCE_ID),
          optional("MaxResults", new IntegerShape(1, 1000)),
          optional("NextToken", ConnectShapes.NEXT_TOKEN),
          optional("PhoneNumberCountryCodes", new ListShape(0, 10, ConnectShapes.COUNTRY_CODE)),
          optional("PhoneNumberTypes", new ListShape(0, 6, ConnectShapes.PHONE_NUMBER_TYPE)),
          optional("PhoneNumberPrefix", ConnectShapes.PHONE_NUMBER_PREFIX));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          "ListPhoneNumbersV2",
          "POST",
          PathTemplate.of("/phone-number/list"),
          INPUT,
          ListPhoneNumbersV2::list);
  private static final int DEFAULT_PAGE = 100;

  private ListPhoneNumbersV2() {}

  private static Reply list(Members members, ConnectWorld world) {
    Optional<TargetReference> reference = TargetReference.optional(members);
    NumberFilter filter = NumberFilter.ofList(members);
    PageRequest request = PageRequest.in(members, "list", DEFAULT_PAGE);
    return world.with(
        state -> {
          var moves = new ListedMoves(world.rules().moves(), world.now());
          Optional<Target> target = reference.map(name -> name.get(state.targets()));
          Stream<SeenNumber> numbers =
              state
                  .numbers()
                  .seen(request.start().place(), world.readTime())
                  .filter(seen -> seen.state().isHeld())
                  .map(moves::shown)
                  .filter(seen -> target.map(seen::isWith).orElse(true))
                  .filter(seen -> filter.matches(seen.number().identity().phoneNumber()));
          return request
              .of(numbers, world.faults().emptyListPages())
              .reply(
                  "ListPhoneNumbersSummaryList",
                  seen -> NumberAnswers.summary(seen, state.targets()));
        });
  }
}
