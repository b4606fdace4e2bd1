package dev.dialtone.jdbc;

/** The journal works, and says no. Nothing was written by what was asked for. */
final class Refusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
