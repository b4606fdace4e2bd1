package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members by name: a request, or an item of a list. What is not among them is ignored. */
record StructureShape(List<Member> members) implements Shape {

  /** Null is as good as absent. */
  record Member(String name, Shape shape, Presence presence) {
    boolean isRequired() {
      return presence == Presence.REQUIRED;
    }
  }

  enum Presence {
    REQUIRED,
    OPTIONAL
  }

  static StructureShape of(Member... members) {
    return new StructureShape(List.of(members));
  }

  static Member required(String name, Shape shape) {
    return new Member(name, shape, Presence.REQUIRED);
  }

  static Member optional(String name, Shape shape) {
    return new Member(name, shape, Presence.OPTIONAL);
  }

  /** The same, with what some services have besides. */
  StructureShape and(List<Member> more) {
    return new StructureShape(Stream.concat(members.stream(), more.stream()).toList());
  }

  Set<String> names() {
    return members.stream().map(Member::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The members that the request has, all of them as they must be; refused otherwise. */
  Members checked(Map<String, Object> values) {
    var found = new Violations();
    check("", values, found);
    found.refuseIfAny();
    return new Members(present(values));
  }

  @Override
  public void check(String at, Object value, Violations found) {
    if (!(value instanceof Map<?, ?> values)) {
      throw AwsError.serialization(at + " must be an object");
    }
    for (Member member : members) {
      String place = at.isEmpty() ? member.name() : at + "." + member.name();
      Object given = values.get(member.name());
      if (given != null) {
        member.shape().check(place, given, found);
      } else {
        found.require(!member.isRequired(), place, "not be null");
      }
    }
  }

  private Map<String, Object> present(Map<String, Object> values) {
    var present = new LinkedHashMap<String, Object>();
    for (Member member : members) {
      Object given = values.get(member.name());
      if (given != null) {
        present.put(member.name(), given);
      }
    }
    return present;
  }
}
