package dev.dialtone.internal;

import dev.dialtone.internal.NumberChanges.Description;
import dev.dialtone.internal.NumberChanges.Flow;
import dev.dialtone.internal.NumberChanges.NoFlow;
import dev.dialtone.internal.NumberChanges.NoTags;
import dev.dialtone.internal.NumberChanges.Release;
import dev.dialtone.internal.NumberChanges.Rescue;
import dev.dialtone.internal.NumberChanges.Tags;
import dev.dialtone.model.Arn;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.ReleasedNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Import;
import dev.dialtone.spi.ConnectPort.Listing;
import dev.dialtone.spi.ConnectPort.Move;
import dev.dialtone.spi.ConnectPort.Search;
import dev.dialtone.spi.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The operations of Amazon Connect.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/Welcome.html">API
 *     reference</a>
 */
public final class ConnectOperations {
  /** A '+' and eleven digits. */
  private static final int LONGEST_PREFIX = 12;

  private static final int MOST_IN_A_PAGE = 1_000;
  private static final ApiOperation DESCRIBE_API = connect("DescribePhoneNumber");
  private static final ApiOperation ATTACH_FLOW_API = connect("AssociatePhoneNumberContactFlow");

  /** One page of numbers in the inventory. */
  public static final ReadSpec<ConnectPort, Search, Page<AvailableNumber>> SEARCH =
      new ReadSpec<>(
          connect("SearchAvailablePhoneNumbers"),
          search -> "search for " + search.type() + " numbers in " + search.country(),
          ConnectPort::search);

  /** One claimed number. */
  public static final ReadSpec<ConnectPort, PhoneNumberId, ConnectNumber> DESCRIBE =
      new ReadSpec<>(DESCRIBE_API, id -> "describe of number " + id, ConnectPort::describe);

  /** One page of the account's numbers. */
  public static final ReadSpec<ConnectPort, Listing, Page<ListedNumber>> LIST =
      new ReadSpec<>(
          connect("ListPhoneNumbersV2"),
          listing -> "list of numbers" + listing.target().map(at -> " at " + at).orElse(""),
          ConnectPort::list);

  /** A FAILED claim keeps the number for one day, says AWS's page on PhoneNumberStatus. */
  public static final OperationSpec<ConnectPort, Claim, ConnectNumber, ConnectNumber> CLAIM =
      ConnectOperations.<Claim, ConnectNumber>number(
              "ClaimPhoneNumber",
              ConnectNumber.class,
              (port, claim, seen, call) -> port.claim(claim, call))
          .spokenOfAs(claim -> "claim of " + claim.number())
          .with(Claim::parameters, TicketParameters::claim, "number")
          .foundBy(
              inTheRegion(
                  claim -> Optional.of(beginningOf(claim.number())),
                  (claim, listed) -> listed.number().equals(claim.number()),
                  (claim, listed) -> isAt(listed, claim.target())))
          .settlesWhen(Settling::claimed)
          .hintedBy(new Hint<>(LIST, Claim::target, (claim, listed) -> true))
          .keptAfterFailure(Duration.ofDays(1))
          .then(attachFlow(Claim::flow))
          .build();

  /** Settles like a claim; the number stays with its service if it fails. */
  public static final OperationSpec<ConnectPort, Import, ConnectNumber, ConnectNumber> IMPORT =
      ConnectOperations.<Import, ConnectNumber>number(
              "ImportPhoneNumber",
              ConnectNumber.class,
              (port, source, seen, call) -> port.importNumber(source, call))
          .spokenOfAs(source -> "import of " + source.source())
          .with(Import::parameters, TicketParameters::importing, "source")
          .foundBy(
              inTheRegion(
                  source -> Optional.empty(),
                  (source, listed) ->
                      listed.sourceArn().filter(source.source()::isSameAs).isPresent(),
                  (source, listed) -> isAt(listed, source.instance())))
          .settlesWhen(Settling::imported)
          .hintedBy(new Hint<>(LIST, Import::instance, (source, listed) -> true))
          .afterFailure(
              "mend what is named and import the same number again; do not release it, that uses up"
                  + " the churn allowance")
          .then(attachFlow(Import::flow))
          .build();

  /** The status after a move cannot be told from the one before, so that is read first. */
  public static final OperationSpec<ConnectPort, Move, ConnectNumber, ConnectNumber> MOVE =
      ConnectOperations.<Move, ConnectNumber>change(
              "UpdatePhoneNumber",
              ConnectNumber.class,
              Move::id,
              (port, move, seen, call) -> port.move(move, call))
          .spokenOfAs(move -> "move of number " + move.id())
          .with(Move::parameters, TicketParameters::move, "id")
          .readsFirst(Beforehand::move)
          .tracedBy(ConnectOperations::trace)
          .settlesWhen(Settling::moved)
          .hintedBy(new Hint<>(LIST, Move::target, (move, listed) -> isAt(listed, move.target())))
          .afterFailure("describe the number to see which side holds it before moving it again")
          .then(attachFlow(Move::flow))
          .build();

  /** Done when the description reads back. */
  public static final OperationSpec<ConnectPort, Description, ConnectNumber, ConnectNumber>
      UPDATE_DESCRIPTION =
          ConnectOperations.<Description, ConnectNumber>change(
                  "UpdatePhoneNumberMetadata",
                  ConnectNumber.class,
                  Description::id,
                  (port, change, seen, call) ->
                      port.updateDescription(change.id(), change.text(), call))
              .spokenOfAs(change -> "description update of number " + change.id())
              .with(Description::parameters, TicketParameters::description, "description")
              .readsFirst(Beforehand::description)
              .tracedBy(ConnectOperations::trace)
              .settlesWhen(Settling::described)
              .build();

  /** Cannot be undone; done when the number is gone. */
  public static final OperationSpec<ConnectPort, Release, ConnectNumber, ReleasedNumber> RELEASE =
      ConnectOperations.<Release, ReleasedNumber>change(
              "ReleasePhoneNumber",
              ReleasedNumber.class,
              Release::id,
              (port, release, seen, call) -> port.release(release.id(), call))
          .spokenOfAs(release -> "release of " + release.number())
          .with(Release::parameters, TicketParameters::release, "id")
          .readsFirst(Beforehand::release)
          .tracedBy(ConnectOperations::trace)
          .settlesWhen(Settling::released)
          .doneOnceGone()
          .minding(
              "remember that a release cannot be undone, and that for up to 180 days after it nobody"
                  + " can claim the number")
          .build();

  /** The same twice is once: no token is needed, and none is there. */
  public static final OperationSpec<ConnectPort, Tags, ConnectNumber, ConnectNumber> TAG =
      ConnectOperations.<Tags, ConnectNumber>change(
              "TagResource",
              ConnectNumber.class,
              Tags::id,
              (port, change, seen, call) -> port.tag(arn(change.id(), seen), change.tags(), call))
          .spokenOfAs(change -> "tagging of number " + change.id())
          .with(Tags::parameters, TicketParameters::settingTags, "id")
          .readsFirst(Beforehand::tags)
          .tracedBy(ConnectOperations::trace)
          .settlesWhen(Settling::tagged)
          .build();

  /** The same twice is once. */
  public static final OperationSpec<ConnectPort, NoTags, ConnectNumber, ConnectNumber> UNTAG =
      ConnectOperations.<NoTags, ConnectNumber>change(
              "UntagResource",
              ConnectNumber.class,
              NoTags::id,
              (port, change, seen, call) -> port.untag(arn(change.id(), seen), change.keys(), call))
          .spokenOfAs(change -> "untagging of number " + change.id())
          .with(NoTags::parameters, TicketParameters::removingTags, "id")
          .readsFirst(Beforehand::noTags)
          .tracedBy(ConnectOperations::trace)
          .settlesWhen(Settling::untagged)
          .build();

  /** The same twice is once. Nothing in a describe shows the flow, so that is asked for. */
  public static final OperationSpec<ConnectPort, Flow, ConnectNumber, ConnectNumber> ATTACH_FLOW =
      ConnectOperations.<Flow, ConnectNumber>change(
              ATTACH_FLOW_API.name(),
              ConnectNumber.class,
              Flow::id,
              (port, change, seen, call) -> port.attachFlow(change.id(), change.flow(), call))
          .spokenOfAs(change -> "flow attachment of number " + change.id())
          .with(Flow::parameters, TicketParameters::attaching, "id")
          .readsFirst(Beforehand::flow)
          .asks(
              new Question<>(
                  connect("BatchGetFlowAssociation"), ConnectOperations::isOnFlowAlready))
          .doneOnceTaken(number -> number)
          .build();

  /**
   * The same twice is once. That no flow is shown does not prove that there is none: it is sent.
   */
  public static final OperationSpec<ConnectPort, NoFlow, ConnectNumber, ConnectNumber> DETACH_FLOW =
      ConnectOperations.<NoFlow, ConnectNumber>change(
              "DisassociatePhoneNumberContactFlow",
              ConnectNumber.class,
              NoFlow::id,
              (port, change, seen, call) ->
                  port.detachFlow(change.id(), instanceId(change, seen.orElseThrow()), call))
          .spokenOfAs(change -> "flow detachment of number " + change.id())
          .with(NoFlow::parameters, TicketParameters::detaching, "id")
          .readsFirst(Beforehand::noFlow)
          .doneOnceTaken(number -> number)
          .build();

  /**
   * A failed claim once more, for the same number, which is never released for it. The number is
   * read first: it must be FAILED still.
   */
  public static final OperationSpec<ConnectPort, Rescue, ConnectNumber, ConnectNumber> RESCUE =
      OperationSpec.<ConnectPort, Rescue, ConnectNumber, ConnectNumber>of(
              CLAIM.api(),
              ConnectNumber.class,
              (port, rescue, seen, call) -> port.claim(rescue.claim(seen.orElseThrow()), call))
          .looksWith(
              DESCRIBE_API, (port, rescue, id, call) -> port.describe(id.orElse(rescue.id()), call))
          .spokenOfAs(rescue -> "rescue of number " + rescue.id())
          .with(Rescue::parameters, TicketParameters::rescue, "rescueOf")
          .readsFirst(Beforehand::rescue)
          .tracedBy(ConnectOperations::trace)
          .settlesWhen(Settling::rescued)
          .keptAfterFailure(Duration.ofDays(1))
          .then(attachFlow(rescue -> rescue.as().flatMap(Claim::flow)))
          .build();

  /** All that a ticket can be of; the ones with a hallmark of their own first. */
  public static final List<OperationSpec<ConnectPort, ?, ?, ?>> ALL =
      List.of(
          RESCUE,
          CLAIM,
          IMPORT,
          MOVE,
          UPDATE_DESCRIPTION,
          RELEASE,
          TAG,
          UNTAG,
          ATTACH_FLOW,
          DETACH_FLOW);

  private ConnectOperations() {}

  /** Among the numbers of the Region, whatever they route to. */
  private static <P> Finder<ConnectPort, Listing, P, ListedNumber> inTheRegion(
      Function<P, Optional<String>> prefix,
      BiPredicate<P, ListedNumber> isIt,
      BiPredicate<P, ListedNumber> asWanted) {
    return new Finder<>(
        LIST,
        parameters ->
            new Listing(
                Optional.empty(),
                Set.of(),
                Set.of(),
                prefix.apply(parameters),
                MOST_IN_A_PAGE,
                Optional.empty()),
        Listing::from,
        isIt,
        asWanted,
        ListedNumber::id);
  }

  private static boolean isAt(ListedNumber listed, Target target) {
    return listed.target().filter(target::isSameAs).isPresent();
  }

  /** As much of a number as the service takes for a prefix. */
  private static String beginningOf(E164 number) {
    return number.value().substring(0, Math.min(number.value().length(), LONGEST_PREFIX));
  }

  private static String trace(ConnectNumber number) {
    return String.join(
        "|",
        number.status().value(),
        number.statusMessage().orElse(""),
        number.target().map(Target::text).orElse(""),
        number.description().orElse(""),
        number.tags().toString());
  }

  /** All of them look with a describe. */
  private static <P, R> OperationSpec.Builder<ConnectPort, P, ConnectNumber, R> number(
      String api, Class<R> resultType, Submit<ConnectPort, P, ConnectNumber> calls) {
    return OperationSpec.<ConnectPort, P, ConnectNumber, R>of(connect(api), resultType, calls)
        .looksWith(
            DESCRIBE_API,
            (port, parameters, id, call) ->
                port.describe(
                    id.orElseThrow(
                        () -> new IllegalStateException("looked at before it was accepted")),
                    call));
  }

  /** A change of a number that is there. */
  private static <P, R> OperationSpec.Builder<ConnectPort, P, ConnectNumber, R> change(
      String api,
      Class<R> resultType,
      Function<P, PhoneNumberId> id,
      Submit<ConnectPort, P, ConnectNumber> calls) {
    return ConnectOperations.<P, R>number(api, resultType, calls)
        .onNumber(id)
        .remembers((change, before) -> howItEnded(id.apply(change), before));
  }

  /** Only an old failure could be mistaken for the operation's own. */
  private static ConnectNumber howItEnded(PhoneNumberId id, ConnectNumber before) {
    return new ConnectNumber(
        id,
        Optional.empty(),
        before.number(),
        Optional.empty(),
        Optional.empty(),
        before.status(),
        before.statusMessage(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private static <P> FollowUp<ConnectPort, P> attachFlow(Function<P, Optional<ContactFlow>> flow) {
    return new FollowUp<>(
        ATTACH_FLOW_API,
        parameters -> flow.apply(parameters).isPresent(),
        (port, parameters, id, call) ->
            port.attachFlow(id, flow.apply(parameters).orElseThrow(), call));
  }

  /** The association is kept by ARN; where none is known, nothing is asked. */
  private static CompletionStage<Boolean> isOnFlowAlready(
      ConnectPort port, Flow change, ConnectNumber number, Call call) {
    return number
        .arn()
        .map(arn -> port.flowOf(arn, change.flow().instanceId(), call))
        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()))
        .thenApply(flow -> flow.filter(change.flow().id()::equalsIgnoreCase).isPresent());
  }

  private static String instanceId(NoFlow change, ConnectNumber number) {
    return change.instanceOf(number).orElseThrow().id();
  }

  private static Arn arn(PhoneNumberId id, Optional<ConnectNumber> seen) {
    return seen.flatMap(number -> Beforehand.arn(id, number)).orElseThrow();
  }

  private static ApiOperation connect(String name) {
    return new ApiOperation("connect", name);
  }
}
