package dev.dialtone.benchmarks;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.model.E164;
import dev.dialtone.model.Target;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;

/** All claims started at once, under the quota; nothing else is set. */
final class DialtoneRacer implements Racer {
  private final PhoneNumbers numbers;
  private final Target instance;

  DialtoneRacer(Track track) {
    this.instance = Target.instance(track.instance());
    this.numbers =
        PhoneNumbers.builder()
            .connect(ConnectAdapter.of(track.pointed(ConnectAsyncClient.builder())))
            .quota(track.quota())
            .build();
  }

  @Override
  public void claim(List<String> wanted, Finishes finishes) throws InterruptedException {
    var open = new CountDownLatch(wanted.size());
    for (String number : wanted) {
      var unused =
          numbers
              .claim(E164.of(number))
              .to(instance)
              .start()
              .toFuture()
              .whenComplete(
                  (claimed, failure) -> {
                    finishes.note(number, failure);
                    open.countDown();
                  });
    }
    open.await();
  }

  @Override
  public void close() {
    numbers.close();
  }
}
