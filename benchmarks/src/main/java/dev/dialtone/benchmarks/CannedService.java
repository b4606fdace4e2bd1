package dev.dialtone.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The least that answers DescribePhoneNumber over HTTP: whatever is asked, one number is told. One
 * thread, no parsing, connections that stay open. It is a program, so that what is measured shares
 * neither heap nor threads with it.
 */
public final class CannedService {
  /** The number that is told. */
  static final String NUMBER_ID = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";

  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] answer = answer().getBytes(StandardCharsets.US_ASCII);
  private final Selector selector = Selector.open();
  private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);

  private CannedService() throws IOException {}

  /** Prints its port, and serves until it is killed or its input ends. */
  public static void main(String[] arguments) throws IOException {
    var service = new CannedService();
    try (ServerSocketChannel door = ServerSocketChannel.open()) {
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      door.configureBlocking(false);
      door.register(service.selector, SelectionKey.OP_ACCEPT);
      endWithInput();
      System.out.println(door.socket().getLocalPort());
      while (true) {
        service.selector.select(service::serve);
      }
    }
  }

  /** Whoever started it may be killed. */
  private static void endWithInput() {
    var watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Nothing is said to it.
                }
              } catch (IOException ended) {
                // So has the input.
              }
              System.exit(0);
            });
    watch.setDaemon(true);
    watch.start();
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        SocketChannel made = ((ServerSocketChannel) key.channel()).accept();
        made.configureBlocking(false);
        made.setOption(StandardSocketOptions.TCP_NODELAY, true);
        made.register(selector, SelectionKey.OP_READ, new int[1]);
      } else {
        answer((SocketChannel) key.channel(), (int[]) key.attachment());
      }
    } catch (IOException gone) {
      key.cancel();
    }
  }

  /** A GET ends with its head; how much of that end has come is kept with the connection. */
  private void answer(SocketChannel from, int[] seen) throws IOException {
    received.clear();
    if (from.read(received) < 0) {
      from.close();
      return;
    }
    received.flip();
    while (received.hasRemaining()) {
      byte next = received.get();
      seen[0] = next == END_OF_HEAD[seen[0]] ? seen[0] + 1 : next == END_OF_HEAD[0] ? 1 : 0;
      if (seen[0] == END_OF_HEAD.length) {
        seen[0] = 0;
        ByteBuffer whole = ByteBuffer.wrap(answer);
        while (whole.hasRemaining()) {
          from.write(whole);
        }
      }
    }
  }

  private static String answer() {
    String instance =
        "arn:aws:connect:us-west-2:111122223333:instance/11111111-2222-4333-8444-555555555555";
    String body =
        """
        {"ClaimedPhoneNumberSummary":{"PhoneNumberId":"%s",\
        "PhoneNumberArn":"arn:aws:connect:us-west-2:111122223333:phone-number/%s",\
        "PhoneNumber":"+18005550100","PhoneNumberCountryCode":"US",\
        "PhoneNumberType":"TOLL_FREE","PhoneNumberDescription":"Support line",\
        "TargetArn":"%s","InstanceId":"11111111-2222-4333-8444-555555555555",\
        "Tags":{"team":"support"},\
        "PhoneNumberStatus":{"Status":"CLAIMED","Message":""}}}"""
            .formatted(NUMBER_ID, NUMBER_ID, instance);
    return """
        HTTP/1.1 200 OK\r
        Content-Type: application/json\r
        Content-Length: %d\r
        x-amzn-RequestId: 5b1f2c3d-7e8f-4a1b-9c2d-3e4f5a6b7c8d\r
        \r
        %s"""
        .formatted(body.length(), body);
  }
}
