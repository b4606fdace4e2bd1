package dev.dialtone.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where requests of one operation arrive, bound to the world that serves them. */
record Route(String operation, String method, PathTemplate path, Function<Members, Reply> service) {

  Optional<Map<String, String>> match(Call call) {
    return method.equals(call.method()) ? path.match(call.path()) : Optional.empty();
  }

  Reply serve(Map<String, String> fromPath, String body) {
    try {
      return service.apply(Members.of(fromPath, body));
    } catch (AwsError refusal) {
      return Reply.of(refusal.answer(), Disposition.REFUSED);
    }
  }
}
