package dev.dialtone.benchmarks;

import dev.dialtone.model.Arn;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * Answers at once, takes every claim and move, and keeps nothing but how often each number was
 * looked at since. For one thread at a time, but for {@link #awaitEveryoneSeen()}.
 */
final class ForgetfulService extends ClaimsOnly {
  static final Target INSTANCE = instance('e');
  static final Target OTHER = instance('f');

  private static final long FIRST = 18_001_000_000L;

  /** An id is as long as AWS's, and tells the number. */
  private static final String UUID_BEGINS = "0a1b2c3d-0000-4000-8000-0";

  private static final byte NOTHING_TAKEN = -1;

  private final byte[] looksAt;
  private final int settledAtLook;
  private final CountDownLatch unseen;
  private long looks;

  /** For so many numbers, each of which has settled when it is looked at so often. */
  ForgetfulService(int numbers, int settledAtLook) {
    this.looksAt = new byte[numbers];
    this.settledAtLook = settledAtLook;
    this.unseen = new CountDownLatch(numbers);
    Arrays.fill(looksAt, NOTHING_TAKEN);
  }

  /** Of numbers that never settle. */
  ForgetfulService(int numbers) {
    this(numbers, Integer.MAX_VALUE);
  }

  private static Target instance(char last) {
    return Target.instance(
        "arn:aws:connect:us-west-2:111122223333:instance/0a1b2c3d-0000-4000-8000-00000000000"
            + last);
  }

  /** What can be claimed here. */
  E164[] numbers() {
    return IntStream.range(0, looksAt.length)
        .mapToObj(i -> E164.of("+" + (FIRST + i)))
        .toArray(E164[]::new);
  }

  /** What can be moved here. */
  PhoneNumberId[] ids() {
    return IntStream.range(0, looksAt.length)
        .mapToObj(i -> id(Long.toString(FIRST + i)))
        .toArray(PhoneNumberId[]::new);
  }

  private static PhoneNumberId id(String digits) {
    return PhoneNumberId.of(UUID_BEGINS + digits);
  }

  private static String digits(PhoneNumberId id) {
    return id.value().substring(UUID_BEGINS.length());
  }

  @Override
  public CompletionStage<Accepted> claim(Claim claim, Call call) {
    call.leaves().run();
    PhoneNumberId id = id(claim.number().value().substring(1));
    looksAt[index(id)] = 0;
    return CompletableFuture.completedFuture(new Accepted(Optional.of(id)));
  }

  @Override
  public CompletionStage<Accepted> move(Move move, Call call) {
    call.leaves().run();
    looksAt[index(move.id())] = 0;
    return CompletableFuture.completedFuture(Accepted.WITHOUT_ID);
  }

  @Override
  public CompletionStage<ConnectNumber> describe(PhoneNumberId id, Call call) {
    call.leaves().run();
    int index = index(id);
    return CompletableFuture.completedFuture(
        looksAt[index] == NOTHING_TAKEN ? before(id) : after(id, isSettled(index)));
  }

  private boolean isSettled(int index) {
    looks++;
    if (looksAt[index] == 0) {
      unseen.countDown();
    }
    if (looksAt[index] < Byte.MAX_VALUE) {
      looksAt[index]++;
    }
    return looksAt[index] >= settledAtLook;
  }

  private static int index(PhoneNumberId id) {
    return (int) (Long.parseLong(digits(id)) - FIRST);
  }

  /** All its texts are new, as they are in a reply. */
  private static ConnectNumber before(PhoneNumberId id) {
    return new ConnectNumber(
        id(digits(id)),
        Optional.of(Arn.parse("arn:aws:connect:us-west-2:111122223333:phone-number/" + id)),
        E164.of("+" + digits(id)),
        Optional.of(CountryCode.of(capitals("us"))),
        Optional.of(NumberType.of(capitals("toll_free"))),
        NumberStatus.of(capitals("claimed")),
        Optional.empty(),
        Optional.of(instance('e')),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** As cheap as may be, but for the one text that a look leaves behind. */
  private static ConnectNumber after(PhoneNumberId id, boolean settled) {
    return new ConnectNumber(
        id,
        Optional.empty(),
        E164.of("+" + digits(id)),
        Optional.empty(),
        Optional.empty(),
        NumberStatus.of(capitals(settled ? "claimed" : "in_progress")),
        Optional.empty(),
        Optional.of(INSTANCE),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private static String capitals(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** How often anything was looked at. */
  long looks() {
    return looks;
  }

  /** Waits until every number was looked at after its claim or move. */
  void awaitEveryoneSeen() throws InterruptedException {
    unseen.await();
  }
}
