package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.ChimeChanges;
import dev.dialtone.internal.ChimeOperations;
import dev.dialtone.internal.ConnectOperations;
import dev.dialtone.internal.Engine;
import dev.dialtone.internal.NumberChanges.Description;
import dev.dialtone.internal.NumberChanges.Flow;
import dev.dialtone.internal.NumberChanges.NoFlow;
import dev.dialtone.internal.NumberChanges.NoTags;
import dev.dialtone.internal.NumberChanges.Rescue;
import dev.dialtone.internal.NumberChanges.Tags;
import dev.dialtone.internal.SystemTimer;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.ProductType;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.ChimeVoicePort;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.Timer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The phone numbers of an account: search, claim, import, move, describe, list, tag, put on flows,
 * rename and release them. Get one from {@link #builder()}, share it, and close it at the end.
 *
 * <p>This class is thread-safe. Any number of operations are under way on a handful of threads; no
 * method but {@link #close()} blocks, and only {@code await} and {@code stream} wait.
 *
 * <p>Defaults: 4 attempts a call, 15 seconds an attempt, a budget of 2 requests a second and 5 at
 * once for each API operation, operations remembered in memory.
 *
 * <p>Failures are {@link dev.dialtone.error.PhoneNumberException}s.
 */
public final class PhoneNumbers implements AutoCloseable {
  private final Engine engine;
  private final @Nullable Gateway<ConnectPort> connect;
  private final @Nullable Gateway<ChimePort> chime;
  private final @Nullable Gateway<ChimeVoicePort> voice;
  private final @Nullable ConnectPort connectPort;
  private final @Nullable ChimePort chimePort;
  private final @Nullable Timer ownTimer;

  private PhoneNumbers(Settings<?> from) {
    Timer timer = from.timer == null ? new SystemTimer() : from.timer;
    ownTimer = from.timer == null ? timer : null;
    QuotaGate gate = from.gate == null ? from.quota.newGate(timer) : from.gate;
    engine =
        new Engine(
            new Engine.Parts(
                timer,
                gate,
                from.journal,
                from.executor,
                from.attempts,
                from.callTimeout,
                from.tokenTrust));
    connectPort = from.connect;
    chimePort = from.chime;
    connect =
        connectPort == null
            ? null
            : new Gateway<>(engine, connectPort, "connect", connectPort.region(), from.account);
    chime =
        chimePort == null
            ? null
            : new Gateway<>(
                engine, chimePort, chimePort.namespace(), chimePort.region(), from.account);
    voice =
        chimePort instanceof ChimeVoicePort port
            ? new Gateway<>(engine, port, port.namespace(), port.region(), from.account)
            : null;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Searches the inventory; say {@code offeredTo} whom, then read. */
  public SearchRequest.Start search(CountryCode country, NumberType type) {
    requireNonNull(country, "country");
    requireNonNull(type, "type");
    return new SearchRequest.Start(connect(), country, type);
  }

  /** Claims a number; say {@code to} what, then start. */
  public ClaimRequest.Start claim(E164 number) {
    requireNonNull(number, "number");
    return new ClaimRequest.Start(connect(), number);
  }

  /** Moves a claimed number; say {@code to} what, then start. */
  public MoveRequest.Start move(PhoneNumberId id) {
    requireNonNull(id, "id");
    return new MoveRequest.Start(connect(), id);
  }

  /** Imports a number of another AWS service; say {@code to} which instance, then start. */
  public ImportRequest.Start importNumber(SourceNumber source) {
    requireNonNull(source, "source");
    return new ImportRequest.Start(connect(), source);
  }

  /** Releases a number, which cannot be undone; {@code confirm} which, then start. */
  public ReleaseRequest.Start release(PhoneNumberId id) {
    requireNonNull(id, "id");
    return new ReleaseRequest.Start(connect(), id);
  }

  /** Lists the numbers of the account in the client's Region; filter, then read. */
  public ListRequest list() {
    return ListRequest.all(connect());
  }

  /**
   * Changes a number's description, to at most 500 characters; an empty text clears it. Done when
   * the description reads back.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdatePhoneNumberMetadata.html">
   *     UpdatePhoneNumberMetadata</a>
   */
  public ChangeRequest<ConnectNumber> updateDescription(PhoneNumberId id, String description) {
    requireNonNull(description, "description");
    return connect()
        .change(
            ConnectOperations.UPDATE_DESCRIPTION,
            new Description(id, description),
            id,
            rules -> rules.description(Optional.of(description)));
  }

  /**
   * Sets tags of a number, 1 to 50 by the rules of {@link ClaimRequest#tag}, and leaves its others.
   * Done when they read back.
   *
   * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_TagResource.html">
   *     TagResource</a>
   */
  public ChangeRequest<ConnectNumber> tag(PhoneNumberId id, Map<String, String> tags) {
    requireNonNull(tags, "tags");
    var change = new Tags(id, new TreeMap<>(Map.copyOf(tags)));
    return connect()
        .change(
            ConnectOperations.TAG,
            change,
            id,
            rules -> rules.some("tags", change.tags().keySet()).tags(change.tags()));
  }

  /**
   * Removes the tags of these keys, 1 to 50, from a number. Done when none reads back.
   *
   * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UntagResource.html">
   *     UntagResource</a>
   */
  public ChangeRequest<ConnectNumber> untag(PhoneNumberId id, Collection<String> keys) {
    requireNonNull(keys, "keys");
    var change = new NoTags(id, new TreeSet<>(List.copyOf(keys)));
    return connect()
        .change(
            ConnectOperations.UNTAG,
            change,
            id,
            rules -> rules.some("keys", change.keys()).tagKeys(change.keys()));
  }

  /**
   * Puts a number on a flow of its instance, or of an instance of its group. Done when Amazon
   * Connect has taken it, with the number as it was before; a number that is on the flow already is
   * not touched, where Amazon Connect tells.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_AssociatePhoneNumberContactFlow.html">
   *     AssociatePhoneNumberContactFlow</a>
   */
  public ChangeRequest<ConnectNumber> attachFlow(PhoneNumberId id, ContactFlow flow) {
    requireNonNull(flow, "flow");
    return connect()
        .change(ConnectOperations.ATTACH_FLOW, new Flow(id, flow), id, rules -> rules.flow(flow));
  }

  /**
   * Takes a number off the flow of its instance. Calls to it are then not answered. Done when
   * Amazon Connect has taken it, with the number as it was before; it is always sent.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DisassociatePhoneNumberContactFlow.html">
   *     DisassociatePhoneNumberContactFlow</a>
   */
  public ChangeRequest<ConnectNumber> detachFlow(PhoneNumberId id) {
    return connect()
        .change(
            ConnectOperations.DETACH_FLOW, new NoFlow(id, Optional.empty()), id, rules -> rules);
  }

  /** The same for a number of a traffic distribution group, which does not tell its instances. */
  public ChangeRequest<ConnectNumber> detachFlow(PhoneNumberId id, Target.Instance instance) {
    requireNonNull(instance, "instance");
    return connect()
        .change(
            ConnectOperations.DETACH_FLOW,
            new NoFlow(id, Optional.of(instance)),
            id,
            rules -> rules.target(instance));
  }

  /**
   * Reads a claimed number; the request is under way when this returns.
   *
   * @throws dev.dialtone.error.InvalidRequestException if the id is an ARN of another account or
   *     partition than the client's
   * @see <a
   *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribePhoneNumber.html">
   *     DescribePhoneNumber</a>
   */
  public Answer<ConnectNumber> describe(PhoneNumberId id) {
    requireNonNull(id, "id");
    connect().rules(ConnectOperations.DESCRIBE.api()).number(id).check();
    return connect().read(ConnectOperations.DESCRIBE, id);
  }

  /**
   * Changes the calling name of a number of Amazon Chime; perhaps say {@code afterPending}, then
   * start.
   */
  public CallingNameRequest updateCallingName(E164 number, CallingName name) {
    requireNonNull(number, "number");
    return CallingNameRequest.of(chime(), number, name.value());
  }

  /** Removes the calling name of a number of Amazon Chime; as {@link #updateCallingName}. */
  public CallingNameRequest clearCallingName(E164 number) {
    requireNonNull(number, "number");
    return CallingNameRequest.of(chime(), number, "");
  }

  /**
   * Changes the calling names of many numbers of Amazon Chime, with few requests; perhaps say
   * {@code afterPending}, then start.
   */
  public CallingNamesRequest updateCallingNames(Map<E164, CallingName> names) {
    requireNonNull(names, "names");
    return CallingNamesRequest.of(chime(), names);
  }

  /**
   * Changes what a number of Amazon Chime is for, which goes only while it is unassigned. Done when
   * it reads back.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_UpdatePhoneNumber.html">
   *     UpdatePhoneNumber</a>
   */
  public ChangeRequest<ChimeNumber> updateProductType(E164 number, ProductType type) {
    requireNonNull(number, "number");
    requireNonNull(type, "type");
    var change = new ChimeChanges.ProductType(number, type);
    Gateway<ChimePort> gateway = chime();
    return ChangeRequest.startedBy(
        choices ->
            gateway.start(ChimeOperations.UPDATE_PRODUCT_TYPE, change, Optional.empty(), choices));
  }

  /**
   * Names a number of Amazon Chime, in the voice namespace; an empty text clears the name. Done
   * when it reads back.
   *
   * @throws IllegalStateException if the adapter is of the legacy namespace, which has no names
   * @see <a
   *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_UpdatePhoneNumber.html">
   *     UpdatePhoneNumber</a>
   */
  public ChangeRequest<ChimeNumber> updateName(E164 number, String name) {
    requireNonNull(number, "number");
    requireNonNull(name, "name");
    chime();
    if (voice == null) {
      throw new IllegalStateException(
          "numbers have names in the voice namespace only: use ChimeAdapter.voice(…)");
    }
    var change = new ChimeChanges.Name(number, name);
    return ChangeRequest.startedBy(
        choices -> {
          voice.rules(ChimeOperations.UPDATE_NAME.api()).chimeName(name).check();
          return voice.start(ChimeOperations.UPDATE_NAME, change, Optional.empty(), choices);
        });
  }

  /**
   * Reads a number of Amazon Chime; the request is under way when this returns.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_GetPhoneNumber.html">
   *     GetPhoneNumber</a>
   */
  public Answer<ChimeNumber> describeChime(E164 number) {
    requireNonNull(number, "number");
    return chime().read(ChimeOperations.DESCRIBE, number);
  }

  /** Lists the numbers of Amazon Chime; filter, then read. */
  public ChimeListRequest listChime() {
    Gateway<ChimePort> gateway = chime();
    return ChimeListRequest.all(gateway, requireNonNull(chimePort).largestPage());
  }

  /**
   * Goes on with an operation that was started before, here or in another process: what was never
   * sent is sent, what may have been sent is read about first, what was taken is looked at until it
   * has settled. One that is followed by this client already is the same operation.
   *
   * @param type the class of its result, for example {@code ConnectNumber.class}
   * @throws dev.dialtone.error.InvalidRequestException if the ticket is of another account, Region
   *     or service than this client, or its result of another type; all is said at once
   */
  public <T> Operation<T> resume(Ticket ticket, Class<T> type) {
    requireNonNull(ticket, "ticket");
    requireNonNull(type, "type");
    return resumer().resume(ticket, type);
  }

  /**
   * Goes on with every operation that is open in the journal, of this client's account, Regions and
   * services, and that no other process follows. If another seems to follow some, the answer waits
   * until its lease must have been renewed, and takes what was not: that process is gone. Call it
   * once after a start; nothing is done on a schedule.
   */
  public Answer<List<Operation<?>>> resumeAll() {
    return resumer().resumeAll();
  }

  /**
   * Claims a number again whose claim has settled as FAILED, within the day for which AWS keeps it:
   * the same number, to the same target, never released in between. It is a new operation that
   * names the old one.
   *
   * @param failed the ticket of the claim that failed
   * @throws dev.dialtone.error.InvalidRequestException if it is not the ticket of a claim that
   *     Amazon Connect took
   */
  public ChangeRequest<ConnectNumber> retryFailed(Ticket failed) {
    requireNonNull(failed, "failed");
    return rescue(Rescue.of(failed));
  }

  /** The same by the number's id, as a describe shows it; its flow is not known then. */
  public ChangeRequest<ConnectNumber> retryFailed(PhoneNumberId id) {
    requireNonNull(id, "id");
    return rescue(new Rescue(id, Optional.empty(), id.value()));
  }

  private ChangeRequest<ConnectNumber> rescue(Rescue rescue) {
    return connect().change(ConnectOperations.RESCUE, rescue, rescue.id(), rules -> rules);
  }

  private Resumer resumer() {
    return new Resumer(engine, connect, chime, voice);
  }

  private Gateway<ChimePort> chime() {
    if (chime == null) {
      throw new IllegalStateException(
          "no Amazon Chime: add .chime(ChimeAdapter.voice(…)) to PhoneNumbers.builder()");
    }
    return chime;
  }

  private Gateway<ConnectPort> connect() {
    if (connect == null) {
      throw new IllegalStateException(
          "no Amazon Connect: add .connect(ConnectAdapter.of(…)) to PhoneNumbers.builder()");
    }
    return connect;
  }

  /**
   * Ends all waiting and looking, as {@link Operation#cancel()} does, waits until calls on the wire
   * are answered and recorded, at most the call time-out, and closes what this library created: the
   * client of an adapter that was given a builder (AWS's default HTTP client takes two seconds for
   * that), and its own threads.
   */
  @Override
  public void close() {
    engine.close();
    if (connectPort != null) {
      connectPort.close();
    }
    if (chimePort != null) {
      chimePort.close();
    }
    if (ownTimer != null) {
      ownTimer.close();
    }
  }

  /** Collects the settings, and builds. Not thread-safe. */
  public static final class Builder extends Settings<Builder> {
    private Builder() {}

    /**
     * The phone numbers.
     *
     * @throws IllegalStateException if no service was given
     */
    public PhoneNumbers build() {
      if (connect == null && chime == null) {
        throw new IllegalStateException(
            "no service: add .connect(ConnectAdapter.of(ConnectAsyncClient.builder()…)) or"
                + " .chime(ChimeAdapter.voice(ChimeSdkVoiceAsyncClient.builder()…))");
      }
      return new PhoneNumbers(this);
    }
  }
}
