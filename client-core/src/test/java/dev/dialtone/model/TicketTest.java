package dev.dialtone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {
  private static final Ticket TICKET =
      new Ticket(
          "connect",
          "ClaimPhoneNumber",
          "0a1b2c3d-0000-4000-8000-00000000000a",
          "us-west-2",
          Optional.of("111122223333"),
          Instant.parse("2026-01-05T08:00:00.123456789Z"),
          Optional.empty(),
          Optional.of(PhoneNumberId.of("id-1")),
          new TreeMap<>(Map.of("number", "+12065550100", "tag.team", "support ☎")),
          Optional.of("digest"));

  @Test
  void encode_any_isPrintableAndComesBack() {
    assertThat(TICKET.encode()).matches("dialtone2\\.[A-Za-z0-9_-]+");
    assertThat(Ticket.decode(TICKET.encode())).isEqualTo(TICKET);
    assertThat(Ticket.decode("  " + TICKET.encode() + "\n")).isEqualTo(TICKET);
  }

  @Provide
  Arbitrary<Ticket> tickets() {
    // A lone surrogate is no character, and UTF-8 has no form for it.
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(40).filter(TicketTest::isUnicode),
            Arbitraries.of("", "😀 ☎ \u0000", "+12065550100"));
    Arbitrary<Instant> times =
        Arbitraries.longs().between(-1L << 50, 1L << 50).map(Instant::ofEpochMilli);
    return Combinators.combine(
            texts,
            texts,
            texts,
            texts.filter(text -> !text.isEmpty()).optional(),
            times,
            times.optional(),
            Arbitraries.strings().alpha().ofMinLength(1).map(PhoneNumberId::of).optional(),
            Arbitraries.maps(texts, texts).ofMaxSize(8))
        .as(
            (operation, id, region, account, startedAt, deadline, numberId, parameters) ->
                new Ticket(
                    "connect",
                    operation,
                    id,
                    region,
                    account,
                    startedAt,
                    deadline,
                    numberId,
                    new TreeMap<>(parameters),
                    numberId.map(PhoneNumberId::value)));
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Property
  void decode_whatWasEncoded_isEqual(@ForAll("tickets") Ticket ticket) {
    assertThat(Ticket.decode(ticket.encode())).isEqualTo(ticket);
  }

  @Test
  void decode_anySingleCharacterDamaged_isRefusedOrEqual() {
    String whole = TICKET.encode();
    List<String> signs =
        "ABCMNYZabcmnyz0189_-. \n+/=é".chars().mapToObj(Character::toString).toList();
    for (int at = 0; at < whole.length(); at++) {
      for (String sign : signs) {
        String damaged = whole.substring(0, at) + sign + whole.substring(at + 1);
        assertRefusedOrEqual(damaged);
      }
      assertRefusedOrEqual(whole.substring(0, at) + whole.substring(at + 1));
      assertRefusedOrEqual(whole.substring(0, at) + "A" + whole.substring(at));
    }
  }

  private static void assertRefusedOrEqual(String damaged) {
    Ticket[] decoded = new Ticket[1];
    Throwable refusal = catchThrowable(() -> decoded[0] = Ticket.decode(damaged));
    if (refusal == null) {
      assertThat(decoded[0]).isEqualTo(TICKET);
    } else {
      assertThat(refusal).isExactlyInstanceOf(IllegalArgumentException.class);
      assertThat(refusal.getMessage()).doesNotContain("2065550100");
    }
  }

  @Test
  void decode_cutShort_isRefusedAtAnyLength() {
    String whole = TICKET.encode();
    for (int length = 0; length < whole.length(); length++) {
      String cut = whole.substring(0, length);
      assertThatIllegalArgumentException().isThrownBy(() -> Ticket.decode(cut));
    }
  }

  @Test
  void decode_anotherVersion_saysWhatToDo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ticket.decode(TICKET.encode().replace("dialtone2.", "dialtone3.")))
        .withMessage(
            "a ticket of version 3, but this library reads version 2: use the version of the"
                + " library that wrote it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "dialtone2", "dialtone2.", "dialtone99999.AAAA"})
  void decode_noTicket_saysWhatOneLooksLike(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ticket.decode(text))
        .withMessageContaining("dialtone2.");
  }

  @Test
  void ticket_asText_showsKindAndIdOnly() {
    assertThat(TICKET).hasToString("Ticket[ClaimPhoneNumber 0a1b2c3d-0000-4000-8000-00000000000a]");
  }

  @Test
  void ticket_parameters_cannotBeChanged() {
    assertThat(TICKET.parameters()).isUnmodifiable();
    assertThat(TICKET.startedAt()).isEqualTo(Instant.parse("2026-01-05T08:00:00.123Z"));
    Ticket accepted = TICKET.accepted(PhoneNumberId.of("id-2"));
    assertThat(accepted.numberId()).contains(PhoneNumberId.of("id-2"));
    assertThat(TICKET.numberId()).contains(PhoneNumberId.of("id-1"));
  }
}
