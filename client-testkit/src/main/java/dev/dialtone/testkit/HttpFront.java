package dev.dialtone.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;

/** An HTTP server on 127.0.0.1 that hands every request to a dispatcher. */
final class HttpFront implements AutoCloseable {
  private final WireMockServer server;
  private final URI endpoint;

  /** Listens when this returns; port 0 is any free one. */
  HttpFront(int port, Dispatcher dispatcher) {
    server =
        new WireMockServer(
            wireMockConfig()
                .port(port)
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                // Nothing here is a template, and its engine takes long to load.
                .templatingEnabled(false)
                .stubRequestLoggingDisabled(true)
                // A late reply must not hold a thread that other requests wait for.
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(16)
                .containerThreads(64)
                .extensions(new DispatchingTransformer(dispatcher)));
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
    server.start();
    endpoint = URI.create("http://127.0.0.1:" + server.port());
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    server.stop();
  }
}
