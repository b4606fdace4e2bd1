package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ConnectOperations;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Move;
import java.time.Duration;
import java.util.Optional;

/**
 * A move of a claimed number to another instance or traffic distribution group of the same Region.
 * What is there is read first; a number that is at the target already is not moved. Done when
 * Amazon Connect shows it CLAIMED <em>at the wanted target</em>, and the flow, if any, is attached:
 * a number's flow does not move with it.
 *
 * <p>Immutable: each method gives a new request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdatePhoneNumber.html">
 *     UpdatePhoneNumber</a>
 */
public final class MoveRequest implements Request<ConnectNumber> {
  private final Gateway<ConnectPort> gateway;
  private final Move move;
  private final Choices choices;

  private MoveRequest(Gateway<ConnectPort> gateway, Move move, Choices choices) {
    this.gateway = gateway;
    this.move = move;
    this.choices = choices;
  }

  /** A move that still lacks its target. */
  public static final class Start {
    private final Gateway<ConnectPort> gateway;
    private final PhoneNumberId id;

    Start(Gateway<ConnectPort> gateway, PhoneNumberId id) {
      this.gateway = gateway;
      this.id = id;
    }

    /** Moves it to this instance or traffic distribution group, of the client's own Region. */
    public MoveRequest to(Target target) {
      requireNonNull(target, "target");
      return new MoveRequest(gateway, new Move(id, target, Optional.empty()), Choices.NONE);
    }
  }

  /**
   * Attaches the flow once the number has arrived. It must belong to the target, or to an instance
   * of the target's group. If only this fails, the operation ends in {@link
   * dev.dialtone.error.FlowNotAttachedException} and the number stays where it was moved to.
   */
  public MoveRequest attachFlow(ContactFlow flow) {
    requireNonNull(flow, "flow");
    return new MoveRequest(gateway, new Move(move.id(), move.target(), Optional.of(flow)), choices);
  }

  /**
   * Ends the operation so long after {@link #start()}, waiting for quota included. If others
   * already wait for quota for longer than that, it ends at once. Default: 24 hours after the first
   * byte sent.
   */
  public MoveRequest deadline(Duration fromStart) {
    return new MoveRequest(gateway, move, choices.deadline(fromStart));
  }

  /**
   * Makes it the same operation, with the same token, whenever and wherever it is started with this
   * key, 1 to 256 characters: in this process it is then followed once, and after a crash it goes
   * on. The key counts within account, Region and kind of operation. With other parameters it is
   * refused before anything is sent, where the journal knows the key. Default: each start is a new
   * operation.
   */
  public MoveRequest idempotencyKey(String key) {
    return new MoveRequest(gateway, move, choices.idempotencyKey(key));
  }

  @Override
  public Operation<ConnectNumber> start() {
    gateway
        .rules(ConnectOperations.MOVE.api())
        .number(move.id())
        .target(move.target())
        .flow(move.flow(), move.target())
        .check();
    return gateway.start(
        ConnectOperations.MOVE, move, move.target().arn().or(() -> move.id().arn()), choices);
  }
}
