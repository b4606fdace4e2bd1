package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;
import static dev.dialtone.testkit.StructureShape.required;

import java.util.Map;

/** Shows what may be claimed, page by page, in the order of offering. */
final class SearchAvailablePhoneNumbers {
  private static final StructureShape INPUT =
      StructureShape.of(
          optional("TargetArn", ConnectShapes.ARN),
          optional("InstanceId", ConnectShapes.INSTANCE_ID),
          required("PhoneNumberCountryCode", ConnectShapes.COUNTRY_CODE),
          required("PhoneNumberType", ConnectShapes.PHONE_NUMBER_TYPE),
          optional("PhoneNumberPrefix", ConnectShapes.PHONE_NUMBER_PREFIX),
          optional("MaxResults", new IntegerShape(1, 10)),
          optional("NextToken", ConnectShapes.NEXT_TOKEN));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          "SearchAvailablePhoneNumbers",
          "POST",
          PathTemplate.of("/phone-number/search-available"),
          INPUT,
          SearchAvailablePhoneNumbers::search);
  private static final int LARGEST_PAGE = 10;

  private SearchAvailablePhoneNumbers() {}

  private static Reply search(Members members, ConnectWorld world) {
    TargetReference target = TargetReference.in(members);
    NumberFilter filter = NumberFilter.ofSearch(members);
    PageRequest request = PageRequest.in(members, "search", LARGEST_PAGE);
    return world
        .with(
            state -> {
              checkExists(target, state);
              return request.of(
                  state
                      .inventory()
                      .available(request.start().place(), world.now())
                      .filter(number -> filter.matches(number.phoneNumber())),
                  world.faults().emptySearchPages());
            })
        .reply("AvailableNumbersList", SearchAvailablePhoneNumbers::summary);
  }

  /** ResourceNotFound is not among the errors that the service declares for a search. */
  private static void checkExists(TargetReference target, ConnectState state) {
    if (target.find(state.targets()).isEmpty()) {
      throw AwsError.invalidParameter("Target not found: " + target.name());
    }
  }

  private static Map<String, ?> summary(OfferedNumber offered) {
    return Map.of(
        "PhoneNumber", offered.phoneNumber().number(),
        "PhoneNumberCountryCode", offered.phoneNumber().country(),
        "PhoneNumberType", offered.phoneNumber().type());
  }
}
