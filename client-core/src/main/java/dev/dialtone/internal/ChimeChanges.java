package dev.dialtone.internal;

import dev.dialtone.model.CallingNameStatus;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is asked of a number of Amazon Chime. */
public final class ChimeChanges {
  private ChimeChanges() {}

  /**
   * Its calling name is to be this; empty clears it. A pending change is waited for, or refused.
   */
  public record CallingName(E164 number, String name, boolean afterPending) {
    SortedMap<String, String> parameters() {
      SortedMap<String, String> all =
          new TreeMap<>(Map.of("number", number.value(), "callingName", name));
      if (afterPending) {
        all.put("afterPending", "true");
      }
      return all;
    }

    /** Whether the name reads back; whether it is meant to stay, its status tells. */
    boolean readsBackOn(ChimeNumber now) {
      return now.callingName().orElse("").equals(name);
    }

    /** Nothing was ever set is as good as cleared. */
    boolean isDoneOn(ChimeNumber now) {
      Optional<CallingNameStatus> status = now.callingNameStatus();
      boolean stays =
          status.filter(CallingNameStatus.UPDATE_SUCCEEDED::equals).isPresent()
              || (name.isEmpty()
                  && status.filter(CallingNameStatus.UNASSIGNED::equals).isPresent());
      return stays && readsBackOn(now);
    }

    /**
     * Whether the call may be sent, or spared, on a list's word. A list may tell no names: then the
     * name is not known where there should be one.
     */
    boolean believesBeforehand(ChimeNumber listed) {
      boolean settled =
          ChimeSettling.is(listed, CallingNameStatus.UPDATE_SUCCEEDED)
              || ChimeSettling.is(listed, CallingNameStatus.UPDATE_FAILED);
      return ChimeSettling.is(listed, CallingNameStatus.UNASSIGNED)
          || (settled && listed.callingName().isPresent())
          || (afterPending && ChimeSettling.is(listed, CallingNameStatus.UPDATE_IN_PROGRESS));
    }

    /** Whether a list shows that the change is pending or done; nothing else is its to decide. */
    boolean believesAfterwards(ChimeNumber listed) {
      return ChimeSettling.is(listed, CallingNameStatus.UPDATE_IN_PROGRESS)
          || (isDoneOn(listed) && listed.callingName().isPresent());
    }

    @Override
    public String toString() {
      return "CallingName[of " + number + "]";
    }
  }

  /** It is to be for this. */
  public record ProductType(E164 number, dev.dialtone.model.ProductType type) {
    SortedMap<String, String> parameters() {
      return new TreeMap<>(Map.of("number", number.value(), "productType", type.value()));
    }

    boolean isDoneOn(ChimeNumber now) {
      return now.productType().filter(type::equals).isPresent();
    }
  }

  /** Its own name is to be this; empty clears it. */
  public record Name(E164 number, String name) {
    SortedMap<String, String> parameters() {
      return new TreeMap<>(Map.of("number", number.value(), "name", name));
    }

    boolean isDoneOn(ChimeNumber now) {
      return now.name().orElse("").equals(name);
    }

    @Override
    public String toString() {
      return "Name[of " + number + "]";
    }
  }
}
