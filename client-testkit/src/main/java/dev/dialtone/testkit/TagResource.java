package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.required;

import java.util.Map;

/** Adds tags to a number, and gives new values to those that it has. */
final class TagResource {
  private static final String NAME = "TagResource";
  private static final StructureShape INPUT =
      StructureShape.of(
          required("resourceArn", ConnectShapes.ARN), required("tags", ConnectShapes.TAGS));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(NAME, "POST", Tagging.PATH, INPUT, TagResource::tag);

  private TagResource() {}

  private static Reply tag(Members members, ConnectWorld world) {
    Map<String, String> tags = members.textMap("tags");
    return Tagging.change(NAME, members, before -> before.putAll(tags), world);
  }
}
