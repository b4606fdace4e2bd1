package dev.dialtone.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same thing done to a number twice, with nothing done to it between. */
record RepeatedEffect(Effect first, Effect second, Ledger ledger) {
  private static final String TOKEN = "\"ClientToken\"\\s*:\\s*\"[^\"]*\"\\s*,?\\s*";

  static List<RepeatedEffect> in(Ledger ledger) {
    var latest = new HashMap<String, Effect>();
    var repeated = new ArrayList<RepeatedEffect>();
    for (Effect effect : ledger.effects()) {
      // A number of one service has nothing to do with the same number of another.
      Effect before = latest.put(effect.phoneNumberId(), effect);
      if (before != null && isRepeated(before, effect, ledger)) {
        repeated.add(new RepeatedEffect(before, effect, ledger));
      }
    }
    return repeated;
  }

  /** Several lines: what it was, both requests, and what it means. */
  String story() {
    String target = LedgerStory.target(first.targetArn());
    return "  %s of %s%s%n    %s%n    %s%n  %s"
        .formatted(
            first.operation(),
            LedgerStory.masked(first.phoneNumber()),
            target.isEmpty() ? "" : ", " + target,
            line(first, ""),
            line(second, " again"),
            meaning());
  }

  private String line(Effect effect, String again) {
    String answer =
        ledger
            .requestOf(effect)
            .filter(request -> request.disposition() != Disposition.APPLIED)
            .map(request -> ", but " + LedgerStory.outcome(request))
            .orElse("");
    return "%s  done%s%s (%s)"
        .formatted(
            LedgerStory.time(effect.at()), again, answer, LedgerStory.token(effect.clientToken()));
  }

  private String meaning() {
    return first.clientToken().isEmpty() || second.clientToken().isEmpty()
        ? "Without a token Amazon Connect cannot know a repetition: send the same ClientToken with"
            + " both."
        : "Another token is another operation to Amazon Connect: make the token once, outside the"
            + " retry.";
  }

  /**
   * After a failure the same again is a new attempt, and what is asked is what counts. With Amazon
   * Chime a repetition has an effect only after a failure.
   */
  private static boolean isRepeated(Effect before, Effect effect, Ledger ledger) {
    return before.operation().equals(effect.operation())
        && !isOfChime(effect)
        && before.targetArn().equals(effect.targetArn())
        && !ledger.fails(before)
        && wish(before, ledger).equals(wish(effect, ledger));
  }

  private static boolean isOfChime(Effect effect) {
    return effect.operation().contains(":");
  }

  /** The request without its token. */
  private static Optional<List<Object>> wish(Effect effect, Ledger ledger) {
    return ledger
        .requestOf(effect)
        .map(
            request ->
                List.of(
                    request.path(),
                    without(request.query(), "clientToken"),
                    request.body().replaceAll(TOKEN, "").replaceAll(",\\s*}", "}")));
  }

  private static Map<String, String> without(Map<String, String> query, String name) {
    var others = new HashMap<>(query);
    others.remove(name);
    return others;
  }
}
