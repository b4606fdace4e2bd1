package dev.dialtone.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.io.IOException;
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
                // Nothing here is a template, a proxy or an extension found: a third of the start.
                .templatingEnabled(false)
                .extensionScanningEnabled(false)
                .disableOptimizeXmlFactoriesLoading(true)
                .httpClientFactory((options, trusting, hosts, properties) -> HttpFront::noProxy)
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

  private static Response noProxy(Request request) throws IOException {
    throw new IOException("nothing here is proxied");
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    server.stop();
  }
}
