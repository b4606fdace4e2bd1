package dev.dialtone.benchmarks;

import dev.dialtone.model.Arn;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.PortException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A port of which only claims and describes are asked. */
abstract class ClaimsOnly implements ConnectPort {
  private static <T> CompletionStage<T> notHere() {
    throw new UnsupportedOperationException("this program only claims and describes");
  }

  @Override
  public String region() {
    return "us-west-2";
  }

  @Override
  public CompletionStage<Page<AvailableNumber>> search(Search search, Call call) {
    return notHere();
  }

  @Override
  public CompletionStage<Accepted> move(Move move, Call call) {
    return notHere();
  }

  @Override
  public CompletionStage<Page<ListedNumber>> list(Listing listing, Call call) {
    return CompletableFuture.failedFuture(
        PortException.of(
                PortException.Kind.ACCESS_DENIED, PortException.Reached.YES, "lists are denied")
            .build());
  }

  @Override
  public CompletionStage<Accepted> importNumber(Import source, Call call) {
    return notHere();
  }

  @Override
  public CompletionStage<Accepted> updateDescription(
      PhoneNumberId id, String description, Call call) {
    return notHere();
  }

  @Override
  public CompletionStage<Accepted> release(PhoneNumberId id, Call call) {
    return notHere();
  }

  @Override
  public CompletionStage<Accepted> attachFlow(PhoneNumberId id, ContactFlow flow, Call call) {
    return notHere();
  }

  @Override
  public CompletionStage<Accepted> detachFlow(PhoneNumberId id, String instanceId, Call call) {
    return notHere();
  }

  @Override
  public CompletionStage<Optional<String>> flowOf(Arn number, String instanceId, Call call) {
    return notHere();
  }

  @Override
  public CompletionStage<Accepted> tag(Arn number, SortedMap<String, String> tags, Call call) {
    return notHere();
  }

  @Override
  public CompletionStage<Accepted> untag(Arn number, SortedSet<String> keys, Call call) {
    return notHere();
  }

  @Override
  public void close() {}
}
