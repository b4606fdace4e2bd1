package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;

import java.util.List;

/** Shows the numbers of the account, page by page, in the order of adding. */
final class ChimeListPhoneNumbers {
  private static final List<QueryMember> QUERY =
      List.of(
          QueryMember.text("status", "Status"),
          QueryMember.text("product-type", "ProductType"),
          QueryMember.text("filter-name", "FilterName"),
          QueryMember.text("filter-value", "FilterValue"),
          QueryMember.integer("max-results", "MaxResults"),
          QueryMember.text("next-token", "NextToken"));

  private ChimeListPhoneNumbers() {}

  static ApiOperation<ChimeWorld> in(ChimeNamespace namespace) {
    return new ApiOperation<>(
        "ListPhoneNumbers",
        "GET",
        PathTemplate.of("/phone-numbers"),
        QUERY,
        StructureShape.of(
            optional("Status", namespace.status()),
            optional("ProductType", TextShape.oneOf(namespace.productTypes())),
            optional("FilterName", TextShape.oneOf(namespace.associations())),
            optional("FilterValue", ChimeShapes.TEXT),
            optional("MaxResults", new IntegerShape(1, namespace.largestPage())),
            optional("NextToken", ChimeShapes.TEXT)),
        ChimeListPhoneNumbers::list);
  }

  private static Reply list(Members members, ChimeWorld world) {
    ChimeFilter filter = ChimeFilter.in(members, world.guesses());
    PageRequest request = PageRequest.in(members, "chimelist", world.namespace().largestPage());
    return world.with(
        numbers ->
            request
                .of(
                    numbers
                        .seen(request.start().place(), world.readTime())
                        .filter(seen -> filter.matches(seen.provisioned())),
                    world.faults().emptyListPages())
                .reply("PhoneNumbers", seen -> ChimeAnswers.listed(seen, world)));
  }
}
