package dev.dialtone.connect;

import dev.dialtone.model.Arn;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Import;
import dev.dialtone.spi.ConnectPort.Listing;
import dev.dialtone.spi.ConnectPort.Move;
import dev.dialtone.spi.ConnectPort.Search;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;
import software.amazon.awssdk.services.connect.model.AssociatePhoneNumberContactFlowRequest;
import software.amazon.awssdk.services.connect.model.BatchGetFlowAssociationRequest;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.DescribePhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.DisassociatePhoneNumberContactFlowRequest;
import software.amazon.awssdk.services.connect.model.ImportPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.ListFlowAssociationResourceType;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersV2Request;
import software.amazon.awssdk.services.connect.model.ReleasePhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.SearchAvailablePhoneNumbersRequest;
import software.amazon.awssdk.services.connect.model.TagResourceRequest;
import software.amazon.awssdk.services.connect.model.UntagResourceRequest;
import software.amazon.awssdk.services.connect.model.UpdatePhoneNumberMetadataRequest;
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

  static ListPhoneNumbersV2Request.Builder list(Listing listing) {
    var request = ListPhoneNumbersV2Request.builder().maxResults(listing.maxResults());
    if (!listing.countries().isEmpty()) {
      request.phoneNumberCountryCodesWithStrings(
          listing.countries().stream().map(CountryCode::value).toList());
    }
    if (!listing.types().isEmpty()) {
      request.phoneNumberTypesWithStrings(listing.types().stream().map(NumberType::value).toList());
    }
    listing.prefix().ifPresent(request::phoneNumberPrefix);
    listing.nextToken().ifPresent(request::nextToken);
    listing.target().ifPresent(at -> target(at, request::targetArn, request::instanceId));
    return request;
  }

  /** The instance is named by its bare id: the API takes no target ARN here. */
  static ImportPhoneNumberRequest.Builder importNumber(Import wanted, String token) {
    var request =
        ImportPhoneNumberRequest.builder()
            .instanceId(wanted.instance().id())
            .sourcePhoneNumberArn(wanted.source().arn().text())
            .clientToken(token);
    wanted.description().ifPresent(request::phoneNumberDescription);
    if (!wanted.tags().isEmpty()) {
      request.tags(wanted.tags());
    }
    return request;
  }

  static UpdatePhoneNumberMetadataRequest.Builder updateDescription(
      PhoneNumberId id, String description, String token) {
    return UpdatePhoneNumberMetadataRequest.builder()
        .phoneNumberId(id.value())
        .phoneNumberDescription(description)
        .clientToken(token);
  }

  static ReleasePhoneNumberRequest.Builder release(PhoneNumberId id, String token) {
    return ReleasePhoneNumberRequest.builder().phoneNumberId(id.value()).clientToken(token);
  }

  static DisassociatePhoneNumberContactFlowRequest.Builder detachFlow(
      PhoneNumberId id, String instanceId) {
    return DisassociatePhoneNumberContactFlowRequest.builder()
        .phoneNumberId(id.value())
        .instanceId(instanceId);
  }

  static BatchGetFlowAssociationRequest.Builder flowOf(Arn number, String instanceId) {
    return BatchGetFlowAssociationRequest.builder()
        .instanceId(instanceId)
        .resourceIds(number.text())
        .resourceType(ListFlowAssociationResourceType.VOICE_PHONE_NUMBER);
  }

  static TagResourceRequest.Builder tag(Arn number, SortedMap<String, String> tags) {
    return TagResourceRequest.builder().resourceArn(number.text()).tags(tags);
  }

  static UntagResourceRequest.Builder untag(Arn number, SortedSet<String> keys) {
    return UntagResourceRequest.builder().resourceArn(number.text()).tagKeys(keys);
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
