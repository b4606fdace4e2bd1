package dev.dialtone.connect;

import dev.dialtone.model.Arn;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Move;
import dev.dialtone.spi.ConnectPort.Search;
import java.util.function.Consumer;
import software.amazon.awssdk.services.connect.model.AssociatePhoneNumberContactFlowRequest;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.DescribePhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.SearchAvailablePhoneNumbersRequest;
import software.amazon.awssdk.services.connect.model.UpdatePhoneNumberRequest;

/**
 * Our parameters as AWS's requests. The token is always set: the SDK would make a new one a call.
 */
final class ConnectRequests {
  private ConnectRequests() {}

  static SearchAvailablePhoneNumbersRequest.Builder search(Search search) {
    var request =
        SearchAvailablePhoneNumbersRequest.builder()
            .phoneNumberCountryCode(search.country().value())
            .phoneNumberType(search.type().value())
            .maxResults(search.maxResults());
    search.prefix().ifPresent(request::phoneNumberPrefix);
    search.nextToken().ifPresent(request::nextToken);
    target(search.target(), request::targetArn, request::instanceId);
    return request;
  }

  static ClaimPhoneNumberRequest.Builder claim(Claim claim, String token) {
    var request =
        ClaimPhoneNumberRequest.builder().phoneNumber(claim.number().value()).clientToken(token);
    claim.description().ifPresent(request::phoneNumberDescription);
    if (!claim.tags().isEmpty()) {
      request.tags(claim.tags());
    }
    target(claim.target(), request::targetArn, request::instanceId);
    return request;
  }

  static UpdatePhoneNumberRequest.Builder move(Move move, String token) {
    var request =
        UpdatePhoneNumberRequest.builder().phoneNumberId(move.id().value()).clientToken(token);
    target(move.target(), request::targetArn, request::instanceId);
    return request;
  }

  static DescribePhoneNumberRequest.Builder describe(PhoneNumberId id) {
    return DescribePhoneNumberRequest.builder().phoneNumberId(id.value());
  }

  static AssociatePhoneNumberContactFlowRequest.Builder attachFlow(
      PhoneNumberId id, ContactFlow flow) {
    return AssociatePhoneNumberContactFlowRequest.builder()
        .phoneNumberId(id.value())
        .instanceId(flow.instanceId())
        .contactFlowId(flow.id());
  }

  /** Exactly one of the two: the ARN where it is known, else the instance's bare id. */
  private static void target(Target target, Consumer<String> targetArn, Consumer<String> instance) {
    target
        .arn()
        .map(Arn::text)
        .ifPresentOrElse(targetArn, () -> instance.accept(target.toString()));
  }
}
