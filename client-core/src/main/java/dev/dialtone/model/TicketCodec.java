package dev.dialtone.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text form of a ticket: {@code dialtone}, the version of the form, a dot, then the fields and
 * their CRC-32 in URL-safe Base64. A field is never removed or given another meaning within a
 * version.
 */
final class TicketCodec {
  private static final int VERSION = 2;
  private static final int CHECKSUM_BYTES = 4;
  private static final Pattern FORM = Pattern.compile("dialtone([0-9]{1,4})\\.([A-Za-z0-9_-]+)");

  private TicketCodec() {}

  static String encode(Ticket ticket) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      write(out, ticket.namespace());
      write(out, ticket.operation());
      write(out, ticket.id());
      write(out, ticket.region());
      write(out, ticket.account().orElse(""));
      out.writeLong(ticket.startedAt().toEpochMilli());
      out.writeLong(ticket.deadline().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
      write(out, ticket.numberId().map(PhoneNumberId::value).orElse(""));
      out.writeInt(ticket.parameters().size());
      for (var parameter : new TreeMap<>(ticket.parameters()).entrySet()) {
        write(out, parameter.getKey());
        write(out, parameter.getValue());
      }
      write(out, ticket.before().orElse(""));
      out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return "dialtone"
        + VERSION
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  static Ticket decode(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "not a ticket: expected the text that Ticket.encode() gave, which starts with"
              + " 'dialtone2.'");
    }
    int version = Integer.parseInt(form.group(1));
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "a ticket of version "
              + version
              + ", but this library reads version "
              + VERSION
              + ": use the version of the library that wrote it");
    }
    try {
      return read(Base64.getUrlDecoder().decode(form.group(2)));
    } catch (IOException | IllegalArgumentException | DateTimeException damage) {
      throw new IllegalArgumentException(
          "a damaged ticket: it was cut short or changed after Ticket.encode()");
    }
  }

  private static Ticket read(byte[] bytes) throws IOException {
    int length = bytes.length - CHECKSUM_BYTES;
    if (length < 0) {
      throw new IOException("too short");
    }
    int found = ByteBuffer.wrap(bytes, length, CHECKSUM_BYTES).getInt();
    if (found != checksum(bytes, length)) {
      throw new IOException("checksum");
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
      String namespace = read(in);
      String operation = read(in);
      String id = read(in);
      String region = read(in);
      Optional<String> account = present(read(in));
      Instant startedAt = Instant.ofEpochMilli(in.readLong());
      Optional<Instant> deadline = instant(in.readLong());
      Optional<PhoneNumberId> numberId = present(read(in)).map(PhoneNumberId::of);
      Map<String, String> parameters = new HashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        parameters.put(read(in), read(in));
      }
      Optional<String> before = present(read(in));
      return new Ticket(
          namespace,
          operation,
          id,
          region,
          account,
          startedAt,
          deadline,
          numberId,
          parameters,
          before);
    }
  }

  private static Optional<Instant> instant(long epochMilli) {
    return epochMilli == Long.MIN_VALUE
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(epochMilli));
  }

  private static Optional<String> present(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("length");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static int checksum(byte[] bytes, int length) {
    var crc = new CRC32();
    crc.update(Arrays.copyOf(bytes, length));
    return (int) crc.getValue();
  }
}
