package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ConnectOperations;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Import;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An import of a number that another AWS service has, for example AWS End User Messaging. Done when
 * Amazon Connect shows it CLAIMED at the instance, and the flow, if any, is attached. It counts
 * towards the churn allowance as a claim does. AWS wants the number active there, with two-way SMS
 * to the channel {@code connect.{region}.amazonaws.com}.
 *
 * <p>Immutable: each method gives a new request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ImportPhoneNumber.html">
 *     ImportPhoneNumber</a>
 */
public final class ImportRequest implements Request<ConnectNumber> {
  private final Gateway<ConnectPort> gateway;
  private final Import wanted;
  private final Choices choices;

  private ImportRequest(Gateway<ConnectPort> gateway, Import wanted, Choices choices) {
    this.gateway = gateway;
    this.wanted = wanted;
    this.choices = choices;
  }

  /** An import that still lacks its instance. */
  public static final class Start {
    private final Gateway<ConnectPort> gateway;
    private final SourceNumber source;

    Start(Gateway<ConnectPort> gateway, SourceNumber source) {
      this.gateway = gateway;
      this.source = source;
    }

    /**
     * Imports it to this instance, of the client's own Region and the source's. A traffic
     * distribution group cannot be named: import, then move.
     */
    public ImportRequest to(Target.Instance instance) {
      requireNonNull(instance, "instance");
      return new ImportRequest(
          gateway,
          new Import(
              source, instance, Optional.empty(), Collections.emptySortedMap(), Optional.empty()),
          Choices.NONE);
    }
  }

  /** Describes the number, in at most 500 characters. */
  public ImportRequest description(String description) {
    requireNonNull(description, "description");
    return with(Optional.of(description), wanted.tags(), wanted.flow());
  }

  /** Adds a tag, as {@link ClaimRequest#tag} does. */
  public ImportRequest tag(String key, String value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    return tags(Map.of(key, value));
  }

  /** Adds tags; the last value of a key counts. */
  public ImportRequest tags(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(wanted.tags());
    all.putAll(Map.copyOf(more));
    return with(wanted.description(), all, wanted.flow());
  }

  /**
   * Attaches the flow, of the same instance, once the number is imported. If only this fails, the
   * operation ends in {@link dev.dialtone.error.FlowNotAttachedException} and the number stays
   * imported.
   */
  public ImportRequest attachFlow(ContactFlow flow) {
    requireNonNull(flow, "flow");
    return with(wanted.description(), wanted.tags(), Optional.of(flow));
  }

  /**
   * Ends the operation so long after {@link #start()}, waiting for quota included. If others
   * already wait for quota for longer than that, it ends at once. Default: 24 hours after the first
   * byte sent.
   */
  public ImportRequest deadline(Duration fromStart) {
    return new ImportRequest(gateway, wanted, choices.deadline(fromStart));
  }

  /**
   * Makes it the same operation, with the same token, whenever and wherever it is started with this
   * key, 1 to 256 characters: in this process it is then followed once, and after a crash it goes
   * on. The key counts within account, Region and kind of operation. With other parameters it is
   * refused before anything is sent, where the journal knows the key. Default: each start is a new
   * operation.
   */
  public ImportRequest idempotencyKey(String key) {
    return new ImportRequest(gateway, wanted, choices.idempotencyKey(key));
  }

  @Override
  public Operation<ConnectNumber> start() {
    gateway
        .rules(ConnectOperations.IMPORT.api())
        .target(wanted.instance())
        .source(wanted.source())
        .description(wanted.description())
        .tags(wanted.tags())
        .flow(wanted.flow(), wanted.instance())
        .check();
    return gateway.start(ConnectOperations.IMPORT, wanted, wanted.instance().arn(), choices);
  }

  private ImportRequest with(
      Optional<String> description, SortedMap<String, String> tags, Optional<ContactFlow> flow) {
    return new ImportRequest(
        gateway, new Import(wanted.source(), wanted.instance(), description, tags, flow), choices);
  }
}
