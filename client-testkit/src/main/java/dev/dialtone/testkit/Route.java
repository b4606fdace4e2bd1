package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where requests of one operation arrive, bound to the world that serves them.
 *
 * @param inBody the members that neither path nor query carries
 */
record Route(
    String operation,
    String method,
    PathTemplate path,
    List<QueryMember> query,
    StructureShape input,
    Set<String> inBody,
    Function<Members, Reply> service) {

  Route(
      String operation,
      String method,
      PathTemplate path,
      List<QueryMember> query,
      StructureShape input,
      Function<Members, Reply> service) {
    this(operation, method, path, query, input, inBody(path, query, input), service);
  }

  Optional<Map<String, String>> match(Call call) {
    return method.equals(call.method()) && path.isChosenBy(call.query())
        ? path.match(call.path())
        : Optional.empty();
  }

  Reply serve(Map<String, String> fromPath, Call call, Dialect dialect, Guesses guesses) {
    try {
      return service.apply(input.checked(gathered(fromPath, call)));
    } catch (AwsError refusal) {
      return Reply.of(dialect.refusal(refusal.under(guesses)), Disposition.REFUSED);
    }
  }

  private Map<String, Object> gathered(Map<String, String> fromPath, Call call) {
    var members = new LinkedHashMap<String, Object>(fromPath);
    query.forEach(
        member -> member.in(call.query()).ifPresent(value -> members.put(member.member(), value)));
    // Nobody reads the body of an operation that has no members there.
    if (!inBody.isEmpty()) {
      Map<?, ?> body = RequestBody.parsed(call.body());
      inBody.forEach(
          name -> Optional.ofNullable(body.get(name)).ifPresent(value -> members.put(name, value)));
    }
    return members;
  }

  private static Set<String> inBody(
      PathTemplate path, List<QueryMember> query, StructureShape input) {
    Set<String> inQuery =
        query.stream().map(QueryMember::member).collect(Collectors.toUnmodifiableSet());
    return input.names().stream()
        .filter(name -> !inQuery.contains(name))
        .filter(name -> !path.segments().contains("{" + name + "}"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
