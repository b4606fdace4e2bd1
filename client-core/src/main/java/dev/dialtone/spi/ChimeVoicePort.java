package dev.dialtone.spi;

import dev.dialtone.model.E164;
import java.util.concurrent.CompletionStage;

/** The namespace of the Amazon Chime SDK, in which numbers have names of their own. */
public interface ChimeVoicePort extends ChimePort {
  /** UpdatePhoneNumber, with a name and nothing else; empty clears it. */
  CompletionStage<Accepted> updateName(E164 number, String name, Call call);
}
