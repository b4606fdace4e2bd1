package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small world and one good request for each operation of Amazon Connect in it. */
final class ConnectRequests implements AutoCloseable {
  static final PublishedShapes API = new PublishedShapes(PublishedShapes.CONNECT);

  final Bench bench;
  final PublishedWire wire;
  private final String flow;
  private final String source;

  ConnectRequests() {
    bench = new Bench();
    wire = new PublishedWire(API, bench.simulator.endpoint());
    flow = bench.simulator.addFlow(bench.instance, "Main menu");
    source = bench.source();
  }

  /** Forgets what was done, claims one number anew, and says what may be asked now. */
  List<PublishedRequest> fresh() {
    bench.simulator.reset();
    return of(bench.claimed(Bench.SECOND)).entrySet().stream()
        .map(entry -> PublishedRequest.of(API, entry.getKey(), entry.getValue()))
        .toList();
  }

  PublishedRequest fresh(String operation) {
    return fresh().stream()
        .filter(request -> request.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Map<String, ?>> of(String id) {
    String arn = bench.owned(id).arn();
    String instanceId = Arns.lastPart(bench.instance);
    var requests = new LinkedHashMap<String, Map<String, ?>>();
    requests.put(
        "SearchAvailablePhoneNumbers",
        Map.of(
            "TargetArn", bench.instance,
            "PhoneNumberCountryCode", "US",
            "PhoneNumberType", "TOLL_FREE"));
    requests.put(
        "ClaimPhoneNumber", Map.of("TargetArn", bench.instance, "PhoneNumber", Bench.FIRST));
    requests.put(
        "ImportPhoneNumber", Map.of("InstanceId", instanceId, "SourcePhoneNumberArn", source));
    requests.put("UpdatePhoneNumber", Map.of("PhoneNumberId", id, "InstanceId", instanceId));
    requests.put("UpdatePhoneNumberMetadata", Map.of("PhoneNumberId", id));
    requests.put("ReleasePhoneNumber", Map.of("PhoneNumberId", id));
    requests.put("DescribePhoneNumber", Map.of("PhoneNumberId", arn));
    requests.put("ListPhoneNumbersV2", Map.of());
    requests.put(
        "AssociatePhoneNumberContactFlow",
        Map.of(
            "PhoneNumberId", id, "InstanceId", instanceId, "ContactFlowId", Arns.lastPart(flow)));
    requests.put(
        "DisassociatePhoneNumberContactFlow",
        Map.of("PhoneNumberId", id, "InstanceId", instanceId));
    requests.put(
        "BatchGetFlowAssociation", Map.of("InstanceId", instanceId, "ResourceIds", List.of(arn)));
    requests.put("TagResource", Map.of("resourceArn", arn, "tags", Map.of("team", "support")));
    requests.put("UntagResource", Map.of("resourceArn", arn, "tagKeys", List.of("team")));
    return requests;
  }

  @Override
  public void close() {
    bench.close();
  }
}
