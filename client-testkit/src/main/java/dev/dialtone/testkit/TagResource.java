package dev.dialtone.testkit;

import java.util.Map;

/** Adds tags to a number, and gives new values to those that it has. */
final class TagResource {
  private static final String NAME = "TagResource";
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(NAME, "POST", Tagging.PATH, TagResource::tag);

  private TagResource() {}

  private static Reply tag(Members members, ConnectWorld world) {
    Map<String, String> tags = Tags.in(members, "tags");
    if (tags.isEmpty()) {
      throw AwsError.invalidParameter("tags is required");
    }
    return Tagging.change(NAME, members, before -> before.putAll(tags), world);
  }
}
