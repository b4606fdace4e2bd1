package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what may be claimed, page by page, in the order of offering. */
final class SearchAvailablePhoneNumbers {
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          "SearchAvailablePhoneNumbers",
          "POST",
          PathTemplate.of("/phone-number/search-available"),
          SearchAvailablePhoneNumbers::search);

  private static final int LARGEST_PAGE = 10;

  private SearchAvailablePhoneNumbers() {}

  private static Reply search(Members members, ConnectWorld world) {
    TargetReference target = TargetReference.in(members);
    SearchQuery query = SearchQuery.in(members);
    int size = pageSize(members);
    SearchPageToken start =
        members
            .text("NextToken", 100_000)
            .map(SearchPageToken::decode)
            .orElse(SearchPageToken.START);
    List<OfferedNumber> found =
        world.with(
            state -> {
              checkExists(target, state);
              return state
                  .inventory()
                  .availableFrom(start.place())
                  .filter(query::matches)
                  .limit(size + 1L)
                  .toList();
            });
    return start.emptyPages() < world.faults().emptySearchPages()
        ? page(List.of(), Optional.of(start.afterEmptyPage()))
        : page(
            found.stream().limit(size).toList(),
            found.stream().skip(size).findFirst().map(start::from));
  }

  /** ResourceNotFound is not among the errors that the service declares for a search. */
  private static void checkExists(TargetReference target, ConnectState state) {
    if (target.find(state.targets()).isEmpty()) {
      throw AwsError.invalidParameter("Target not found: " + target.name());
    }
  }

  private static int pageSize(Members members) {
    int size = members.integer("MaxResults").orElse(LARGEST_PAGE);
    if (size < 1 || size > LARGEST_PAGE) {
      throw AwsError.invalidParameter("MaxResults must be 1 to 10");
    }
    return size;
  }

  private static Reply page(List<OfferedNumber> numbers, Optional<SearchPageToken> next) {
    var page = new LinkedHashMap<String, Object>();
    page.put(
        "AvailableNumbersList",
        numbers.stream().map(SearchAvailablePhoneNumbers::summary).toList());
    next.ifPresent(token -> page.put("NextToken", token.encode()));
    return Reply.of(Answer.ok(page), Disposition.READ);
  }

  private static Map<String, String> summary(OfferedNumber number) {
    return Map.of(
        "PhoneNumber", number.number(),
        "PhoneNumberCountryCode", number.country(),
        "PhoneNumberType", number.type());
  }
}
