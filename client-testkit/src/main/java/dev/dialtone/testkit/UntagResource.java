package dev.dialtone.testkit;

import java.util.List;

/** Takes tags off a number; a key that it does not have is no mistake. */
final class UntagResource {
  private static final String NAME = "UntagResource";
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "DELETE",
          Tagging.PATH,
          List.of(QueryMember.list("tagKeys", "TagKeys")),
          UntagResource::untag);

  private UntagResource() {}

  private static Reply untag(Members members, ConnectWorld world) {
    List<String> keys = Tags.keysIn(members, "TagKeys");
    if (keys.isEmpty()) {
      throw AwsError.invalidParameter("tagKeys is required");
    }
    return Tagging.change(NAME, members, before -> before.keySet().removeAll(keys), world);
  }
}
