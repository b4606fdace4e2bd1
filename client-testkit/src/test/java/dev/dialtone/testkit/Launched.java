package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Test classes that a test runs: nested and not called {@code …Test}, so that nobody else does. */
final class Launched {
  private Launched() {}

  static void allPass(Class<?> testClass, int tests, Map<String, String> configuration) {
    TestExecutionSummary summary = run(testClass, configuration);
    assertThat(summary.getFailures())
        .extracting(TestExecutionSummary.Failure::getException)
        .isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(tests);
  }

  private static TestExecutionSummary run(Class<?> testClass, Map<String, String> configuration) {
    var listener = new SummaryGeneratingListener();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(testClass))
            .configurationParameters(configuration)
            .build();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }
}
