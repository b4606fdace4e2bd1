package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Call;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation that changes something, as data: the call, how it settles and what must hold then.
 * The engine does the rest, the same for all. Its call carries the operation's token, or does the
 * same when sent twice, so it may be repeated; else it says that it must be read about before.
 *
 * @param api what is called
 * @param subject how to speak of it, for example {@code claim of *******0100}
 * @param parameters everything the token is bound to, for ticket and journal
 * @param reads the parameters again from what {@code parameters} made of them
 * @param hallmark the parameter that tells it from other operations with the same call
 * @param knownId the number's id, where the parameters have it
 * @param calls the port's method; null if it is only sent in batches
 * @param lookApi what a look calls
 * @param looks reads what is there
 * @param readsFirst judges what is there before the call; null if nothing can be there
 * @param question asked if the read before the call leaves it open; null if it never does
 * @param settles judges what is there after the call; null if it is done once the call is taken
 * @param remembers what {@code settles} needs of what was there before: it may take days
 * @param finds looks for what the call may have made, where no id is known; null if an id always is
 * @param trace what tells whether anything has happened to a number, in words; null if nothing does
 * @param resultType the result's class
 * @param result what a number that is as wanted makes the result
 * @param doneOnceGone whether "no such number" means that the call, or another, has done it
 * @param keptAfterFailure how long a number is kept for another try after it settled as failed
 * @param advice what to do about a settled failure and, for every failure, what to mind
 * @param batching how many of its calls are sent as one; null if each is sent for itself
 * @param overview shows many numbers at once, where looks at each would cost more; null if nothing
 *     does
 * @param hint tells who of many may have settled; null if nothing does
 * @param followUp what is done once it has settled; null if nothing
 * @param readsBeforeRepeat whether only a read tells if it may be sent again, as it has no token
 * @param pace how often it is looked at
 * @param deadline how long it is followed by default, from the first byte sent
 * @param <X> the port
 * @param <P> the parameters
 * @param <S> what a look sees
 * @param <R> the result
 */
public record OperationSpec<X, P, S, R>(
    ApiOperation api,
    Function<P, String> subject,
    Function<P, SortedMap<String, String>> parameters,
    Function<Map<String, String>, P> reads,
    String hallmark,
    Function<P, Optional<PhoneNumberId>> knownId,
    @Nullable Submit<X, P, S> calls,
    ApiOperation lookApi,
    Look<X, P, S> looks,
    @Nullable BiFunction<P, Sighting<S>, FirstSight<R>> readsFirst,
    @Nullable Question<X, P, S> question,
    @Nullable BiFunction<P, Sighting<S>, Verdict<R>> settles,
    BiFunction<P, S, S> remembers,
    @Nullable Finder<X, ?, P, ?> finds,
    @Nullable Function<S, String> trace,
    Class<R> resultType,
    Function<S, R> result,
    boolean doneOnceGone,
    Optional<Duration> keptAfterFailure,
    Advice advice,
    @Nullable Batching<X, P> batching,
    @Nullable Overview<X, ?, P, S> overview,
    @Nullable Hint<X, P> hint,
    @Nullable FollowUp<X, P> followUp,
    boolean readsBeforeRepeat,
    Pace pace,
    Duration deadline) {

  /** A failed claim can be rescued for a day; an operation is followed for as long. */
  static final Duration FOLLOWED_FOR = Duration.ofHours(24);

  /** Reads the number that the operation is about; its id is known once the call was accepted. */
  @FunctionalInterface
  interface Look<X, P, S> {
    CompletionStage<S> send(X port, P parameters, Optional<PhoneNumberId> id, Call call);
  }

  /**
   * What the operation has to say in failures.
   *
   * @param afterFailure what to do once it has settled as failed
   * @param always what to mind whatever went wrong; empty if nothing
   */
  record Advice(String afterFailure, String always) {
    String withWhatToMind(String now) {
      return always.isEmpty() ? now : now + "; " + always;
    }
  }

  /** The operation that is sent by this call; say the rest in sentences. */
  static <X, P, S, R> Builder<X, P, S, R> of(
      ApiOperation api, Class<R> resultType, Submit<X, P, S> calls) {
    return new Builder<>(api, resultType, calls, null);
  }

  /** The operation of which many, started together, are sent as one call. */
  static <X, P, S, R> Builder<X, P, S, R> inBatches(
      ApiOperation api, Class<R> resultType, Batching<X, P> batching) {
    return new Builder<>(api, resultType, null, batching);
  }

  /** Whether it is what this ticket is of. */
  public boolean fits(Ticket ticket) {
    return ticket.operation().equals(api.name()) && ticket.parameters().containsKey(hallmark);
  }

  /** The sentences. */
  static final class Builder<X, P, S, R> {
    private final ApiOperation api;
    private final Class<R> resultType;
    private final @Nullable Submit<X, P, S> calls;
    private final @Nullable Batching<X, P> batching;
    private Function<P, String> subject;
    private @Nullable Function<P, SortedMap<String, String>> parameters;
    private @Nullable Function<Map<String, String>, P> reads;
    private String hallmark = "";
    private @Nullable Finder<X, ?, P, ?> finds;
    private @Nullable Function<S, String> trace;
    private Function<P, Optional<PhoneNumberId>> knownId = parameters -> Optional.empty();
    private @Nullable ApiOperation lookApi;
    private @Nullable Look<X, P, S> looks;
    private @Nullable BiFunction<P, Sighting<S>, FirstSight<R>> readsFirst;
    private @Nullable Question<X, P, S> question;
    private @Nullable BiFunction<P, Sighting<S>, Verdict<R>> settles;
    private BiFunction<P, S, S> remembers = (parameters, before) -> before;
    private Function<S, R> result =
        seen -> {
          throw new IllegalStateException("only its settling tells the result of " + seen);
        };
    private boolean doneOnceGone;
    private Optional<Duration> keptAfterFailure = Optional.empty();
    private Advice advice = new Advice("describe the number before trying again", "");
    private @Nullable Overview<X, ?, P, S> overview;
    private @Nullable Hint<X, P> hint;
    private @Nullable FollowUp<X, P> followUp;
    private boolean readsBeforeRepeat;
    private Pace pace = Pace.QUICK;
    private Duration deadline = FOLLOWED_FOR;

    private Builder(
        ApiOperation api,
        Class<R> resultType,
        @Nullable Submit<X, P, S> calls,
        @Nullable Batching<X, P> batching) {
      this.api = api;
      this.resultType = resultType;
      this.calls = calls;
      this.batching = batching;
      this.subject = parameters -> api.name();
    }

    Builder<X, P, S, R> spokenOfAs(Function<P, String> words) {
      subject = words;
      return this;
    }

    /** Its parameters by name, and back; one of them tells it from others with the same call. */
    Builder<X, P, S, R> with(
        Function<P, SortedMap<String, String>> allParameters,
        Function<Map<String, String>, P> back,
        String oneOfItsOwn) {
      parameters = allParameters;
      reads = back;
      hallmark = oneOfItsOwn;
      return this;
    }

    Builder<X, P, S, R> foundBy(Finder<X, ?, P, ?> finder) {
      finds = finder;
      return this;
    }

    Builder<X, P, S, R> tracedBy(Function<S, String> words) {
      trace = words;
      return this;
    }

    Builder<X, P, S, R> onNumber(Function<P, PhoneNumberId> id) {
      knownId = known -> Optional.of(id.apply(known));
      return this;
    }

    Builder<X, P, S, R> looksWith(ApiOperation operation, Look<X, P, S> look) {
      lookApi = operation;
      looks = look;
      return this;
    }

    Builder<X, P, S, R> readsFirst(BiFunction<P, Sighting<S>, FirstSight<R>> judge) {
      readsFirst = judge;
      return this;
    }

    Builder<X, P, S, R> settlesWhen(BiFunction<P, Sighting<S>, Verdict<R>> judge) {
      settles = judge;
      return this;
    }

    Builder<X, P, S, R> remembers(BiFunction<P, S, S> ofBefore) {
      remembers = ofBefore;
      return this;
    }

    Builder<X, P, S, R> asks(Question<X, P, S> asWanted) {
      question = asWanted;
      return this;
    }

    /** There is nothing to look at afterwards: what was read before makes the result. */
    Builder<X, P, S, R> doneOnceTaken(Function<S, R> resulting) {
      result = resulting;
      return this;
    }

    Builder<X, P, S, R> doneOnceGone() {
      doneOnceGone = true;
      return this;
    }

    Builder<X, P, S, R> keptAfterFailure(Duration kept) {
      keptAfterFailure = Optional.of(kept);
      return this;
    }

    Builder<X, P, S, R> afterFailure(String what) {
      advice = new Advice(what, advice.always());
      return this;
    }

    Builder<X, P, S, R> minding(String always) {
      advice = new Advice(advice.afterFailure(), always);
      return this;
    }

    Builder<X, P, S, R> seenTogetherIn(Overview<X, ?, P, S> listing) {
      overview = listing;
      return this;
    }

    Builder<X, P, S, R> hintedBy(Hint<X, P> listing) {
      hint = listing;
      return this;
    }

    Builder<X, P, S, R> then(FollowUp<X, P> next) {
      followUp = next;
      return this;
    }

    Builder<X, P, S, R> readsBeforeRepeat() {
      readsBeforeRepeat = true;
      return this;
    }

    Builder<X, P, S, R> followedFor(Duration time, Pace looks) {
      deadline = time;
      pace = looks;
      return this;
    }

    OperationSpec<X, P, S, R> build() {
      return new OperationSpec<>(
          api,
          subject,
          requireNonNull(parameters, "with(…)"),
          requireNonNull(reads, "with(…)"),
          hallmark,
          knownId,
          calls,
          requireNonNull(lookApi, "looksWith(…)"),
          requireNonNull(looks, "looksWith(…)"),
          readsFirst,
          question,
          settles,
          remembers,
          finds,
          trace,
          resultType,
          result,
          doneOnceGone,
          keptAfterFailure,
          advice,
          batching,
          overview,
          hint,
          followUp,
          readsBeforeRepeat,
          pace,
          deadline);
    }
  }
}
