package dev.dialtone.examples;

/** The program will not do what it was told to, and has changed nothing. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message);
  }
}
