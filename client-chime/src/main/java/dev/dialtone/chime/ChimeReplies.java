package dev.dialtone.chime;

import dev.dialtone.model.CallingNameStatus;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.ChimeNumberType;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.Masked;
import dev.dialtone.model.ProductType;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.PortException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkResponse;

/**
 * The two namespaces' replies as our values. What a 200 must hold and does not is an {@link
 * IllegalArgumentException}, and the reply counts as unreadable.
 */
final class ChimeReplies {
  private static final Logger LOG = LoggerFactory.getLogger(ChimeReplies.class);

  /**
   * A number in the words of either namespace.
   *
   * @param e164 the number
   * @param country its country
   * @param type its kind
   * @param productType what it is for
   * @param status whether it is assigned
   * @param callingName its calling name
   * @param callingNameStatus how the last change of that ended
   * @param name its own name, in the voice namespace
   * @param updated when it was last changed
   */
  record Words(
      @Nullable String e164,
      @Nullable String country,
      @Nullable String type,
      @Nullable String productType,
      @Nullable String status,
      @Nullable String callingName,
      @Nullable String callingNameStatus,
      @Nullable String name,
      @Nullable Instant updated) {}

  /**
   * A part of a batch that was refused, in the words of either namespace.
   *
   * @param id the number's id, as the service spells it
   * @param code the error's
   * @param message what the service says of it
   * @param requestId the batch's
   */
  record ItemError(
      @Nullable String id,
      @Nullable String code,
      @Nullable String message,
      @Nullable String requestId) {}

  private ChimeReplies() {}

  /** Whose change was refused; an error of a number that was not asked for tells nothing of any. */
  static Map<E164, PortException> refusals(Set<E164> asked, List<ItemError> errors) {
    Map<E164, PortException> refused = new HashMap<>();
    for (ItemError error : errors) {
      E164 number = E164.ofChimeId(required(error.id(), "id of an error"));
      if (!asked.contains(number)) {
        throw new IllegalArgumentException("it has an error of a number that was not asked for");
      }
      refused.putIfAbsent(
          number,
          ChimeFailures.ofItem(
              Objects.requireNonNullElse(error.code(), ""), error.message(), error.requestId()));
    }
    return refused;
  }

  /** The number that was asked for, and no other. */
  static ChimeNumber asked(E164 asked, Words words) {
    E164 number = E164.of(required(words.e164(), "number"));
    if (!number.equals(asked)) {
      throw new IllegalArgumentException("it is about another number than was asked for");
    }
    return number(number, words);
  }

  /** A page without numbers may be one; nothing at all is no answer, and not "no numbers". */
  static Page<ChimeNumber> page(SdkResponse reply, Stream<Words> numbers, @Nullable String next) {
    if (Optional.ofNullable(reply.sdkHttpResponse())
        .flatMap(http -> http.firstMatchingHeader("Content-Length"))
        .filter("0"::equals)
        .isPresent()) {
      throw new IllegalArgumentException("it is empty");
    }
    return new Page<>(numbers.flatMap(ChimeReplies::listed).toList(), present(next));
  }

  /** One number of a form that is not known must not hide all others. */
  private static Stream<ChimeNumber> listed(Words words) {
    Optional<E164> number = known(required(words.e164(), "number"), E164::of);
    if (number.isEmpty()) {
      LOG.atWarn()
          .addKeyValue("type", words.type())
          .log("left out of a list: its number is not E.164");
    }
    return number.map(known -> number(known, words)).stream();
  }

  private static ChimeNumber number(E164 number, Words words) {
    return new ChimeNumber(
        number,
        known(words.country(), CountryCode::of),
        known(words.type(), ChimeNumberType::of),
        known(words.productType(), ProductType::of),
        known(words.status(), Masked::inText),
        present(words.callingName()),
        known(words.callingNameStatus(), text -> CallingNameStatus.of(Masked.inText(text))),
        present(words.name()),
        Optional.ofNullable(words.updated()));
  }

  static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("it lacks the " + name);
    }
    return value;
  }

  private static Optional<String> present(@Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isEmpty());
  }

  private static <T> Optional<T> known(@Nullable String text, Function<String, T> parse) {
    try {
      return present(text).map(parse);
    } catch (IllegalArgumentException unknownForm) {
      return Optional.empty();
    }
  }
}
