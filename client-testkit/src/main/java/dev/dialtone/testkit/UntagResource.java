package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.required;

import java.util.List;

/** Takes tags off a number; a key that it does not have is no mistake. */
final class UntagResource {
  private static final String NAME = "UntagResource";
  private static final StructureShape INPUT =
      StructureShape.of(
          required("resourceArn", ConnectShapes.ARN),
          required("tagKeys", new ListShape(1, 50, ConnectShapes.TAG_KEY)));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "DELETE",
          Tagging.PATH,
          List.of(QueryMember.list("tagKeys", "tagKeys")),
          INPUT,
          UntagResource::untag);

  private UntagResource() {}

  private static Reply untag(Members members, ConnectWorld world) {
    List<String> keys = members.textList("tagKeys");
    return Tagging.change(NAME, members, before -> before.keySet().removeAll(keys), world);
  }
}
