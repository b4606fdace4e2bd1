package dev.dialtone.testkit;

import java.util.List;

/** The operations of Amazon Connect that the stand-in knows; a new one is a line here. */
final class ConnectOperations {
  static final List<ApiOperation<ConnectWorld>> ALL =
      List.of(
          SearchAvailablePhoneNumbers.OPERATION,
          ClaimPhoneNumber.OPERATION,
          ImportPhoneNumber.OPERATION,
          UpdatePhoneNumber.OPERATION,
          UpdatePhoneNumberMetadata.OPERATION,
          ReleasePhoneNumber.OPERATION,
          DescribePhoneNumber.OPERATION,
          ListPhoneNumbersV2.OPERATION,
          AssociatePhoneNumberContactFlow.OPERATION,
          DisassociatePhoneNumberContactFlow.OPERATION,
          BatchGetFlowAssociation.OPERATION,
          TagResource.OPERATION,
          UntagResource.OPERATION);

  private ConnectOperations() {}
}
