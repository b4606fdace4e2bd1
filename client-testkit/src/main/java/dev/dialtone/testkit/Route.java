package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where requests of one operation arrive, bound to the world that serves them. */
record Route(
    String operation,
    String method,
    PathTemplate path,
    List<QueryMember> query,
    Function<Members, Reply> service) {

  Optional<Map<String, String>> match(Call call) {
    return method.equals(call.method()) && path.isChosenBy(call.query())
        ? path.match(call.path())
        : Optional.empty();
  }

  Reply serve(Map<String, String> fromPath, Call call, Dialect dialect) {
    var fromUrl = new LinkedHashMap<String, Object>(fromPath);
    query.forEach(
        member -> member.in(call.query()).ifPresent(value -> fromUrl.put(member.member(), value)));
    try {
      return service.apply(Members.of(fromUrl, call.body()));
    } catch (AwsError refusal) {
      return Reply.of(dialect.refusal(refusal), Disposition.REFUSED);
    }
  }
}
