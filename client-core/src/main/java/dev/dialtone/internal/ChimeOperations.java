package dev.dialtone.internal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.ChimePort.Listing;
import dev.dialtone.spi.ChimeVoicePort;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.PortException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The operations of Amazon Chime. None has a token, so each is read about before it is repeated.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_Operations_Amazon_Chime_SDK_Voice.html">
 *     API reference</a>
 */
public final class ChimeOperations {
  private static final ApiOperation DESCRIBE_API = chime("GetPhoneNumber");
  private static final ApiOperation UPDATE_API = chime("UpdatePhoneNumber");

  /** As many as AWS takes: UpdatePhoneNumberRequestItems. */
  private static final Batching<ChimePort, ChimeChanges.CallingName> BATCHES =
      new Batching<>(50, ChimeOperations::updateCallingNames);

  /** A change of a calling name takes up to 72 hours, says AWS; three more for the reads. */
  private static final Duration CALLING_NAME_FOLLOWED_FOR = Duration.ofHours(75);

  /** One number. */
  public static final ReadSpec<ChimePort, E164, ChimeNumber> DESCRIBE =
      new ReadSpec<>(DESCRIBE_API, number -> "describe of " + number, ChimePort::describe);

  /** One page of the account's numbers. */
  public static final ReadSpec<ChimePort, Listing, Page<ChimeNumber>> LIST =
      new ReadSpec<>(
          chime("ListPhoneNumbers"), listing -> "list of Chime numbers", ChimePort::list);

  /** Done when the name reads back and its status is UpdateSucceeded. */
  public static final OperationSpec<ChimePort, ChimeChanges.CallingName, ChimeNumber, ChimeNumber>
      UPDATE_CALLING_NAME =
          callingName(
                  OperationSpec.of(
                      UPDATE_API,
                      ChimeNumber.class,
                      (port, change, seen, call) ->
                          port.updateCallingName(change.number(), change.name(), call)))
              .build();

  /** The same for many numbers, each for itself, with few calls. */
  public static final OperationSpec<ChimePort, ChimeChanges.CallingName, ChimeNumber, ChimeNumber>
      UPDATE_CALLING_NAMES =
          callingName(
                  OperationSpec.inBatches(
                      chime("BatchUpdatePhoneNumber"), ChimeNumber.class, BATCHES))
              .build();

  /** Done when the product type reads back. */
  public static final OperationSpec<ChimePort, ChimeChanges.ProductType, ChimeNumber, ChimeNumber>
      UPDATE_PRODUCT_TYPE =
          ChimeOperations.<ChimePort, ChimeChanges.ProductType>change(
                  UPDATE_API,
                  (port, change, seen, call) ->
                      port.updateProductType(change.number(), change.type(), call),
                  ChimeChanges.ProductType::number,
                  ChimeChanges.ProductType::parameters,
                  TicketParameters::productType,
                  "productType")
              .tracedBy(number -> number.productType().map(Object::toString).orElse(""))
              .spokenOfAs(change -> "product type of " + change.number())
              .readsFirst(ChimeBeforehand::productType)
              .settlesWhen(ChimeSettling::productType)
              .build();

  /** Done when the name reads back. */
  public static final OperationSpec<ChimeVoicePort, ChimeChanges.Name, ChimeNumber, ChimeNumber>
      UPDATE_NAME =
          ChimeOperations.<ChimeVoicePort, ChimeChanges.Name>change(
                  UPDATE_API,
                  (port, change, seen, call) ->
                      port.updateName(change.number(), change.name(), call),
                  ChimeChanges.Name::number,
                  ChimeChanges.Name::parameters,
                  TicketParameters::name,
                  "name")
              .tracedBy(number -> number.name().orElse(""))
              .spokenOfAs(change -> "name of " + change.number())
              .readsFirst(ChimeBeforehand::name)
              .settlesWhen(ChimeSettling::name)
              .build();

  /** All that a ticket of either namespace can be of. */
  public static final List<OperationSpec<ChimePort, ?, ?, ?>> ALL =
      List.of(UPDATE_CALLING_NAME, UPDATE_CALLING_NAMES, UPDATE_PRODUCT_TYPE);

  private ChimeOperations() {}

  private static OperationSpec.Builder<
          ChimePort, ChimeChanges.CallingName, ChimeNumber, ChimeNumber>
      callingName(
          OperationSpec.Builder<ChimePort, ChimeChanges.CallingName, ChimeNumber, ChimeNumber>
              sent) {
    return change(
            sent,
            ChimeChanges.CallingName::number,
            ChimeChanges.CallingName::parameters,
            TicketParameters::callingName,
            "callingName")
        .tracedBy(
            number ->
                number.callingName().orElse("")
                    + "|"
                    + ChimeSettling.words(number.callingNameStatus()))
        .spokenOfAs(change -> "calling name of " + change.number())
        .readsFirst(ChimeBeforehand::callingName)
        .settlesWhen(ChimeSettling::named)
        .seenTogetherIn(
            new Overview<>(
                LIST,
                port -> new Listing(Optional.empty(), port.largestPage(), Optional.empty()),
                Listing::from,
                ChimeChanges.CallingName::number,
                ChimeNumber::number,
                ChimeChanges.CallingName::believesBeforehand,
                ChimeChanges.CallingName::believesAfterwards))
        .afterFailure("describe the number, and try again or ask AWS Support")
        .followedFor(CALLING_NAME_FOLLOWED_FOR, Pace.SLOW);
  }

  private static CompletionStage<Map<ChimeChanges.CallingName, PortException>> updateCallingNames(
      ChimePort port, List<ChimeChanges.CallingName> changes, Call call) {
    Map<E164, String> names = new LinkedHashMap<>();
    changes.forEach(change -> names.put(change.number(), change.name()));
    Map<E164, ChimeChanges.CallingName> byNumber =
        changes.stream().collect(toMap(ChimeChanges.CallingName::number, identity()));
    return port.updateCallingNames(names, call)
        .thenApply(
            refused -> {
              if (!names.keySet().containsAll(refused.keySet())) {
                throw ofOthers();
              }
              return refused.keySet().stream().collect(toMap(byNumber::get, refused::get));
            });
  }

  /** It may be anybody's, so the answer tells nothing of any. */
  private static PortException ofOthers() {
    return PortException.of(
            PortException.Kind.UNREADABLE,
            PortException.Reached.MAYBE,
            "the answer has an error of a number that was not asked for")
        .retryable()
        .build();
  }

  private static <X extends ChimePort, P>
      OperationSpec.Builder<X, P, ChimeNumber, ChimeNumber> change(
          ApiOperation api,
          Submit<X, P, ChimeNumber> calls,
          Function<P, E164> number,
          Function<P, SortedMap<String, String>> parameters,
          Function<Map<String, String>, P> back,
          String hallmark) {
    return change(
        OperationSpec.of(api, ChimeNumber.class, calls), number, parameters, back, hallmark);
  }

  private static <X extends ChimePort, P>
      OperationSpec.Builder<X, P, ChimeNumber, ChimeNumber> change(
          OperationSpec.Builder<X, P, ChimeNumber, ChimeNumber> sent,
          Function<P, E164> number,
          Function<P, SortedMap<String, String>> parameters,
          Function<Map<String, String>, P> back,
          String hallmark) {
    return sent.with(parameters, back, hallmark)
        .looksWith(
            DESCRIBE_API, (port, change, id, call) -> port.describe(number.apply(change), call))
        .remembers((change, before) -> howItEnded(number.apply(change), before))
        .readsBeforeRepeat();
  }

  /**
   * Only an old status could be mistaken for the operation's own, and its time tells them apart.
   */
  private static ChimeNumber howItEnded(E164 number, ChimeNumber before) {
    return new ChimeNumber(
        number,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        before.callingNameStatus(),
        Optional.empty(),
        before.updatedAt());
  }

  private static ApiOperation chime(String name) {
    return new ApiOperation("chime", name);
  }
}
