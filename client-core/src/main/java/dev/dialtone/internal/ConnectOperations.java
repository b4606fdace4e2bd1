package dev.dialtone.internal;

import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Move;
import dev.dialtone.spi.ConnectPort.Page;
import dev.dialtone.spi.ConnectPort.Search;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The operations of Amazon Connect.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/Welcome.html">API
 *     reference</a>
 */
public final class ConnectOperations {
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

  /** A FAILED claim keeps the number for one day, says AWS's page on PhoneNumberStatus. */
  public static final OperationSpec<ConnectPort, Claim, ConnectNumber, ConnectNumber> CLAIM =
      OperationSpec.<ConnectPort, Claim, ConnectNumber, ConnectNumber>of(
              connect("ClaimPhoneNumber"), ConnectPort::claim)
          .spokenOfAs(claim -> "claim of " + claim.number())
          .with(Claim::parameters)
          .looksWith(DESCRIBE_API, (port, claim, id, call) -> port.describe(given(id), call))
          .settlesWhen(Settling::claimed)
          .keptAfterFailure(Duration.ofDays(1))
          .then(attachFlow(Claim::flow))
          .build();

  /** The status after a move cannot be told from the one before, so that is read first. */
  public static final OperationSpec<ConnectPort, Move, ConnectNumber, ConnectNumber> MOVE =
      OperationSpec.<ConnectPort, Move, ConnectNumber, ConnectNumber>of(
              connect("UpdatePhoneNumber"), ConnectPort::move)
          .spokenOfAs(move -> "move of number " + move.id())
          .with(Move::parameters)
          .onNumber(Move::id)
          .looksWith(DESCRIBE_API, (port, move, id, call) -> port.describe(given(id), call))
          .readsFirst(Settling::beforeMove)
          .settlesWhen(Settling::moved)
          .then(attachFlow(Move::flow))
          .build();

  private ConnectOperations() {}

  private static <P> FollowUp<ConnectPort, P> attachFlow(Function<P, Optional<ContactFlow>> flow) {
    return new FollowUp<>(
        ATTACH_FLOW_API,
        parameters -> flow.apply(parameters).isPresent(),
        (port, parameters, id, call) ->
            port.attachFlow(id, flow.apply(parameters).orElseThrow(), call));
  }

  private static PhoneNumberId given(Optional<PhoneNumberId> id) {
    return id.orElseThrow(() -> new IllegalStateException("looked at before it was accepted"));
  }

  private static ApiOperation connect(String name) {
    return new ApiOperation("connect", name);
  }
}
