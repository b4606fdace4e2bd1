package dev.dialtone.testkit;

import java.util.List;

/** The operations of Amazon Connect that the stand-in knows; a new one is a line here. */
final class ConnectOperations {
  static final List<ApiOperation<ConnectWorld>> ALL =
      List.of(
          SearchAvailablePhoneNumbers.OPERATION,
          ClaimPhoneNumber.OPERATION,
          UpdatePhoneNumber.OPERATION,
          DescribePhoneNumber.OPERATION,
          AssociatePhoneNumberContactFlow.OPERATION);

  private ConnectOperations() {}
}
