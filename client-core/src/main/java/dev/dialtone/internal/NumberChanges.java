package dev.dialtone.internal;

import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ConnectPort.Claim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is asked of a number that is there already. Each tells its parameters by name, for the
 * ticket and the journal.
 */
public final class NumberChanges {
  private NumberChanges() {}

  /** Its description is to be this text; empty clears it. */
  public record Description(PhoneNumberId id, String text) {
    @Override
    public String toString() {
      return "Description[of " + id + "]";
    }

    SortedMap<String, String> parameters() {
      return sorted(Map.of("id", id.value(), "description", text));
    }

    /** No description and an empty one are the same. */
    boolean isDoneOn(ConnectNumber number) {
      return number.description().orElse("").equals(text);
    }
  }

  /** It is to be released, if it is this number, and if nothing failed before or never mind. */
  public record Release(PhoneNumberId id, E164 number, boolean evenAfterFailure) {
    SortedMap<String, String> parameters() {
      SortedMap<String, String> all = sorted(Map.of("id", id.value(), "number", number.value()));
      if (evenAfterFailure) {
        all.put("evenAfterFailure", "true");
      }
      return all;
    }
  }

  /** It is to have these tags besides those that it has. */
  public record Tags(PhoneNumberId id, SortedMap<String, String> tags) {
    /** Copies the tags. */
    public Tags {
      tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    @Override
    public String toString() {
      return "Tags[of " + id + "]";
    }

    SortedMap<String, String> parameters() {
      SortedMap<String, String> all = sorted(Map.of("id", id.value()));
      tags.forEach((key, value) -> all.put("tag." + key, value));
      return all;
    }

    boolean isDoneOn(ConnectNumber number) {
      return number.tags().entrySet().containsAll(tags.entrySet());
    }
  }

  /** It is not to have tags of these keys. */
  public record NoTags(PhoneNumberId id, SortedSet<String> keys) {
    /** Copies the keys. */
    public NoTags {
      keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }

    @Override
    public String toString() {
      return "NoTags[of " + id + "]";
    }

    SortedMap<String, String> parameters() {
      SortedMap<String, String> all = sorted(Map.of("id", id.value()));
      keys.forEach(key -> all.put("tag." + key, ""));
      return all;
    }

    boolean isDoneOn(ConnectNumber number) {
      return Collections.disjoint(number.tags().keySet(), keys);
    }
  }

  /** It is to be on this flow. */
  public record Flow(PhoneNumberId id, ContactFlow flow) {
    SortedMap<String, String> parameters() {
      return sorted(Map.of("id", id.value(), "flow", flow.arn().text()));
    }
  }

  /** It is not to be on any flow of its instance, or of this one. */
  public record NoFlow(PhoneNumberId id, Optional<Target.Instance> instance) {
    SortedMap<String, String> parameters() {
      SortedMap<String, String> all = sorted(Map.of("id", id.value()));
      instance.ifPresent(of -> all.put("instance", of.text()));
      return all;
    }

    /** The instance that the service must be told: the caller's, else the number's own. */
    Optional<Target.Instance> instanceOf(ConnectNumber number) {
      return instance.or(() -> number.target().flatMap(NoFlow::instance));
    }

    private static Optional<Target.Instance> instance(Target target) {
      return target instanceof Target.Instance its ? Optional.of(its) : Optional.empty();
    }
  }

  /**
   * A number whose claim has failed is to be claimed again, as it was, or, where nobody knows how
   * that was, as a describe shows it.
   *
   * @param id the number that settled as FAILED
   * @param as the claim that failed; empty if only the id is known
   * @param rescueOf the id of the operation that failed, or the number's where that is not known
   */
  public record Rescue(PhoneNumberId id, Optional<Claim> as, String rescueOf) {
    SortedMap<String, String> parameters() {
      SortedMap<String, String> all = sorted(Map.of("id", id.value(), "rescueOf", rescueOf));
      as.ifPresent(claim -> claim.parameters().forEach((name, value) -> all.put(name, value)));
      return all;
    }

    /** The rescue of the claim of this ticket. */
    public static Rescue of(Ticket failed) {
      List<Violation> violations = new ArrayList<>();
      if (!ConnectOperations.CLAIM.fits(failed)) {
        violations.add(new Violation("ticket", "it must be of a claim, but is " + failed));
      } else if (failed.numberId().isEmpty()) {
        violations.add(
            new Violation("ticket", "it must be of a claim that was taken, with the number's id"));
      }
      if (!violations.isEmpty()) {
        throw new InvalidRequestException(
            ErrorDetails.of(
                "ClaimPhoneNumber",
                "the rescue is invalid: " + violations,
                "claim the number again by its number"),
            violations);
      }
      return new Rescue(
          failed.numberId().orElseThrow(),
          Optional.of(TicketParameters.claim(failed.parameters())),
          failed.id());
    }

    Claim claim(ConnectNumber seen) {
      return as.orElseGet(
          () ->
              new Claim(
                  seen.number(),
                  seen.target().orElseThrow(),
                  seen.description(),
                  new TreeMap<>(seen.tags()),
                  Optional.empty()));
    }
  }

  private static SortedMap<String, String> sorted(Map<String, String> parameters) {
    return new TreeMap<>(parameters);
  }
}
