package dev.dialtone.testkit;

/**
 * What the stand-in takes for true though nobody outside AWS has confirmed it. {@link
 * SimulatorBuilder#flip} makes it take the other answer, so that a test can show that the code
 * under test is safe with either.
 */
public enum Guess {
  /**
   * A move that settles as FAILED leaves the number where it was. Flipped: the number is FAILED at
   * the new target, without its flow.
   */
  FAILED_MOVE_STAYS_AT_THE_OLD_TARGET,

  /**
   * Claiming a number that somebody else has answers InvalidParameterException "Phone number not
   * available", as reported from the field. Flipped: ResourceNotFoundException, as AWS's reference
   * has it.
   */
  TAKEN_IS_INVALID_PARAMETER,

  /**
   * A move, a change of the description or a release of a number that is IN_PROGRESS answers
   * ResourceInUseException. Flipped: it is accepted, and begins where the earlier one would end.
   */
  BUSY_IS_RESOURCE_IN_USE,

  /**
   * A repeated ClientToken with the same parameters gets the first answer again, settled or not.
   * Flipped: IdempotencyException until the first request has settled.
   */
  REPEATED_TOKEN_IS_ANSWERED_AT_ONCE,

  /**
   * BatchGetFlowAssociation no longer shows the flow of a number that has moved. Flipped: it shows
   * the old one, which the number is no longer on, until the number is put on another flow.
   */
  MOVED_NUMBER_SHOWS_NO_FLOW,

  /**
   * Each API operation has a token bucket of its own. Flipped: all operations of a service share
   * one. Matters only with {@link SimulatorBuilder#throttle}.
   */
  THROTTLE_IS_PER_OPERATION,

  /**
   * What the churn rule refuses is a LimitExceededException with status 429. Flipped:
   * InvalidParameterException. Matters only with {@link SimulatorBuilder#churnRule()}.
   */
  CHURN_IS_LIMIT_EXCEEDED,

  /**
   * Malformed JSON and a value of the wrong JSON type answer SerializationException, as AWS's
   * protocol tests of restJson1 have it. Flipped: the service's own error for a bad request.
   */
  WRONG_JSON_IS_SERIALIZATION_EXCEPTION,

  /**
   * An empty CallingName clears the calling name with Amazon Chime. Flipped: BadRequestException.
   */
  EMPTY_CALLING_NAME_CLEARS,

  /**
   * ListPhoneNumbers of Amazon Chime fills CallingNameStatus. Flipped: it leaves it out;
   * GetPhoneNumber shows it all the same.
   */
  CHIME_LIST_SHOWS_CALLING_NAME_STATUS,

  /**
   * ListPhoneNumbers of Amazon Chime ignores a FilterName without a FilterValue, and the other way
   * round: the published model allows both. Flipped: BadRequestException.
   */
  HALF_A_CHIME_FILTER_IS_IGNORED,

  /**
   * Legacy Amazon Chime still answers, though its support has ended. Flipped: every request there
   * is a ForbiddenException.
   */
  LEGACY_CHIME_ANSWERS
}
