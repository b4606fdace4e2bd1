package dev.dialtone.chime;

import dev.dialtone.aws.testing.ClientKind;

/** The eight ways to get an adapter. */
enum ChimeKind {
  VOICE_ASYNC_BUILDER(ClientKind.ASYNC_BUILDER),
  VOICE_ASYNC_CLIENT(ClientKind.ASYNC_CLIENT),
  VOICE_BLOCKING_BUILDER(ClientKind.BLOCKING_BUILDER),
  VOICE_BLOCKING_CLIENT(ClientKind.BLOCKING_CLIENT),
  LEGACY_ASYNC_BUILDER(ClientKind.ASYNC_BUILDER),
  LEGACY_ASYNC_CLIENT(ClientKind.ASYNC_CLIENT),
  LEGACY_BLOCKING_BUILDER(ClientKind.BLOCKING_BUILDER),
  LEGACY_BLOCKING_CLIENT(ClientKind.BLOCKING_CLIENT);

  private final ClientKind client;

  ChimeKind(ClientKind client) {
    this.client = client;
  }

  ClientKind client() {
    return client;
  }

  /** Whether it is of the voice namespace, and not of the legacy one. */
  boolean isVoice() {
    return name().startsWith("VOICE");
  }

  /** The operation as the stand-in calls it. */
  String operation(String name) {
    return (isVoice() ? "chimesdkvoice:" : "chime:") + name;
  }
}
