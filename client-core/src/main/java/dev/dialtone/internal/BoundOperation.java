package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.E164;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.QuotaGate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An operation with its port and its parameters: all that is left to say is what was seen. What an
 * {@link Execution} follows.
 *
 * @param line those that were started with it and share its calls; null if it stands alone
 */
record BoundOperation<X, P, S, R>(
    OperationSpec<X, P, S, R> spec, Scope<X> scope, P parameters, @Nullable BatchLine<X, P> line) {
  ApiOperation api() {
    return spec.api();
  }

  ApiOperation lookApi() {
    return spec.lookApi();
  }

  QuotaGate.Key lookKey() {
    return key(lookApi());
  }

  QuotaGate.Key key(ApiOperation operation) {
    return scope.key(operation);
  }

  String subject() {
    return spec.subject().apply(parameters);
  }

  /** A new ticket, whose id is the token of every attempt; the same for the same key. */
  Ticket ticket(Terms terms, Instant now) {
    return new Ticket(
        scope.namespace(),
        spec.api().name(),
        terms.key().map(key -> named(terms, key)).orElseGet(UUID::randomUUID).toString(),
        scope.region(),
        terms.account(),
        now,
        terms.deadline().map(now::plus),
        spec.knownId().apply(parameters),
        spec.parameters().apply(parameters),
        Optional.empty());
  }

  private UUID named(Terms terms, String key) {
    String name =
        String.join(
            "\n",
            terms.account().orElse("unknown"),
            scope.region(),
            scope.namespace(),
            spec.api().name(),
            spec.hallmark(),
            key);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** A digest of what would show that something has happened to the number. */
  Optional<String> trace(S seen) {
    return Optional.ofNullable(spec.trace())
        .map(words -> words.apply(seen).getBytes(StandardCharsets.UTF_8))
        .map(bytes -> UUID.nameUUIDFromBytes(bytes).toString());
  }

  /** Whether what the call may have made can be found. */
  boolean hasFinder() {
    return spec.finds() != null;
  }

  /** Looks for what the call may have made; one of the two is run, inside the engine. */
  void find(
      Engine engine,
      Consumer<Optional<Finder.Found>> found,
      Consumer<PhoneNumberException> failed) {
    find(requireNonNull(spec.finds()), engine, found, failed);
  }

  private <T> void find(
      Finder<X, ?, P, T> finder,
      Engine engine,
      Consumer<Optional<Finder.Found>> found,
      Consumer<PhoneNumberException> failed) {
    finder
        .look(engine, scope, parameters)
        .whenEnded(
            (items, failure) -> {
              if (items != null) {
                found.accept(finder.found(parameters, items));
              } else if (failure instanceof PhoneNumberException known) {
                failed.accept(known);
              }
            });
  }

  boolean readsFirst() {
    return spec.readsFirst() != null;
  }

  FirstSight<R> judgeFirst(Sighting<S> sighting) {
    return requireNonNull(spec.readsFirst()).apply(parameters, sighting);
  }

  Optional<ApiOperation> question() {
    return Optional.ofNullable(spec.question()).map(Question::api);
  }

  CompletionStage<Boolean> ask(S seen, Call attempt) {
    return requireNonNull(spec.question()).asks().send(scope.port(), parameters, seen, attempt);
  }

  CompletionStage<Accepted> send(Optional<S> before, Call attempt) {
    return line == null
        ? requireNonNull(spec.calls(), "sent in batches only")
            .send(scope.port(), parameters, before, attempt)
        : line.send(parameters, attempt);
  }

  CompletionStage<S> look(Optional<PhoneNumberId> id, Call attempt) {
    return spec.looks().send(scope.port(), parameters, id, attempt);
  }

  /** Whether many numbers can be looked at together. */
  boolean hasOverview() {
    return spec.overview() != null;
  }

  /** The number that it is about, for a {@link Survey}. */
  E164 surveyed() {
    return requireNonNull(spec.overview()).subject().apply(parameters);
  }

  /** Whether what a list shows is believed before the call. */
  boolean isBelievedBeforehand(S listed) {
    return requireNonNull(spec.overview()).beforehand().test(parameters, listed);
  }

  /** Whether what a list shows is believed once the call may have been taken. */
  boolean isBelievedAfterwards(S listed) {
    return requireNonNull(spec.overview()).afterwards().test(parameters, listed);
  }

  Survey<S> newSurvey(Engine engine) {
    Overview<X, ?, P, S> overview = requireNonNull(spec.overview());
    return new Survey<>(engine, overview, token -> overview.read(engine, scope, token));
  }

  /** Whether a list may show that it has settled. */
  boolean hasHint() {
    return spec.hint() != null;
  }

  QuotaGate.Key hintKey() {
    return key(requireNonNull(spec.hint()).pages().api());
  }

  /** Where its number is listed then. */
  Target hintedAt() {
    return requireNonNull(spec.hint()).target().apply(parameters);
  }

  /** Whether that shows that its number may have settled. */
  boolean isHintedBy(ListedNumber listed) {
    return requireNonNull(spec.hint()).isIt().test(parameters, listed);
  }

  /** Begins to read a page of the list at that target, or of the whole Region. */
  Task<Page<ListedNumber>> readHints(Engine engine, Optional<Target> at, Optional<String> token) {
    return requireNonNull(spec.hint()).read(engine, scope, at, token);
  }

  boolean isDoneOnceTaken() {
    return spec.settles() == null;
  }

  Verdict<R> judge(Sighting<S> sighting) {
    return requireNonNull(spec.settles()).apply(parameters, sighting);
  }

  /** What its settling needs of what was there before. */
  S remembers(S before) {
    return spec.remembers().apply(parameters, before);
  }

  R result(S seen) {
    return spec.result().apply(seen);
  }

  /** What is done besides, if the parameters ask for it. */
  Optional<ApiOperation> followUp() {
    return Optional.ofNullable(spec.followUp())
        .filter(next -> next.wanted().test(parameters))
        .map(FollowUp::api);
  }

  CompletionStage<Accepted> follow(PhoneNumberId id, Call attempt) {
    return requireNonNull(spec.followUp()).calls().send(scope.port(), parameters, id, attempt);
  }
}
