package dev.dialtone.testkit;

import java.util.List;

/** Shows the numbers of the account, page by page, in the order of adding. */
final class ChimeListPhoneNumbers {
  static final ApiOperation<ChimeWorld> OPERATION =
      new ApiOperation<>(
          "ListPhoneNumbers",
          "GET",
          PathTemplate.of("/phone-numbers"),
          List.of(
              QueryMember.text("status", "Status"),
              QueryMember.text("product-type", "ProductType"),
              QueryMember.text("filter-name", "FilterName"),
              QueryMember.text("filter-value", "FilterValue"),
              QueryMember.integer("max-results", "MaxResults"),
              QueryMember.text("next-token", "NextToken")),
          ChimeListPhoneNumbers::list);

  private ChimeListPhoneNumbers() {}

  private static Reply list(Members members, ChimeWorld world) {
    ChimeFilter filter = ChimeFilter.in(members, world.namespace());
    int largest = world.namespace().largestPage();
    PageRequest request = PageRequest.in(members, "chimelist", largest, largest);
    return world.with(
        numbers ->
            request
                .of(
                    numbers
                        .seen(world.readTime())
                        .filter(seen -> filter.matches(seen.provisioned())),
                    world.faults().emptyListPages())
                .reply("PhoneNumbers", seen -> ChimeAnswers.listed(seen, world)));
  }
}
