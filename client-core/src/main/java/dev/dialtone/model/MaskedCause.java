package dev.dialtone.model;

import org.jspecify.annotations.Nullable;

/**
 * Stands in for a caught exception whose text shows a phone number: its class name, its masked text
 * and its stack trace, and the same for its causes. An exception's text cannot be changed, and it
 * ends up in logs.
 */
final class MaskedCause extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 20;

  private MaskedCause(Throwable caught, @Nullable Throwable cause) {
    super(Masked.inText(caught.toString()), cause);
    setStackTrace(caught.getStackTrace());
  }

  /** The throwable itself if neither it nor what hangs on it shows a number, else its stand-in. */
  static Throwable of(Throwable caught) {
    Throwable masked = shows(caught, DEEPEST) ? standIn(caught, DEEPEST) : caught;
    return masked == null ? caught : masked;
  }

  private static boolean shows(Throwable caught, int depth) {
    String text = caught.toString();
    if (depth == 0 || !Masked.inText(text).equals(text)) {
      return true;
    }
    for (Throwable suppressed : caught.getSuppressed()) {
      if (shows(suppressed, depth - 1)) {
        return true;
      }
    }
    return caught.getCause() != null && shows(caught.getCause(), depth - 1);
  }

  private static @Nullable Throwable standIn(@Nullable Throwable caught, int depth) {
    if (caught == null || depth == 0) {
      return null;
    }
    var masked = new MaskedCause(caught, standIn(caught.getCause(), depth - 1));
    for (Throwable suppressed : caught.getSuppressed()) {
      masked.addSuppressed(new MaskedCause(suppressed, null));
    }
    return masked;
  }
}
