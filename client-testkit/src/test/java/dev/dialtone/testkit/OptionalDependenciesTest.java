package dev.dialtone.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever uses a part of the test kit needs nothing of what the other parts need. */
class OptionalDependenciesTest {
  private static final List<String> CLASS_PATH =
      Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.dialtone.testkit");

  @TempDir Path dir;

  @Test
  void plainApi_wireMockOnly_compilesAndRuns() throws Exception {
    run(
        """
        try (PhoneNumberSimulator simulator = PhoneNumberSimulator.builder().start()) {
          simulator.faults().next("ListPhoneNumbersV2", Fault.throttled());
          var request = java.net.http.HttpRequest.newBuilder(
                  java.net.URI.create(simulator.endpoint() + "/phone-number/list"))
              .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")).build();
          var answer = java.net.http.HttpClient.newHttpClient()
              .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
          if (answer.statusCode() != 429) throw new AssertionError(answer);
          simulator.reset();
        }
        """,
        entry -> isOurs(entry) || entry.contains("wiremock"));
  }

  @Test
  void connectClient_noChimeNoJUnitNoAssertJ_compilesAndRuns() throws Exception {
    Pattern hidden = Pattern.compile("/(chime|chimesdkvoice|junit-[a-z-]+|assertj-core)-[0-9]");
    run(
        """
        try (PhoneNumberSimulator simulator = PhoneNumberSimulator.builder().start();
            SimulatorClients clients = SimulatorClients.of(simulator);
            var async = clients.connect(
                software.amazon.awssdk.services.connect.ConnectAsyncClient.builder()).build()) {
          clients.connect().listPhoneNumbersV2(request -> {});
          async.listPhoneNumbersV2(request -> {}).join();
          if (simulator.ledger().requests().size() != 2) throw new AssertionError();
        }
        """,
        entry -> isOurs(entry) || (entry.endsWith(".jar") && !hidden.matcher(entry).find()));
  }

  @Test
  void extension_noAwsSdk_compilesAndLinks() throws Exception {
    run(
        """
        SimulatorExtension extension =
            SimulatorExtension.builder().world(aws -> aws.addInstance()).build();
        try {
          extension.simulator();
        } catch (IllegalStateException noTestIsRunning) {
          return;
        }
        throw new AssertionError();
        """,
        entry -> isOurs(entry) || (entry.endsWith(".jar") && !entry.contains("/awssdk/")));
  }

  @Test
  void classes_thatNeedMoreThanWireMock_areTheseAndNoOthers() {
    onlyTheseKnow("software.amazon..", "SimulatorClients", "SimulatorStand");
    onlyTheseKnow("org.junit..", "SimulatorExtension", "SimulatorExtension$Builder");
    onlyTheseKnow("org.assertj..", "SimulatorAssert", "SimulatorAssertions");
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.dialtone", "dev.dialtone.model..", "dev.dialtone.internal..")
        .because("the test kit is of use without any other module of ours")
        .check(MAIN);
  }

  private static void onlyTheseKnow(String library, String... classes) {
    ArchRuleDefinition.noClasses()
        .that(
            describe(
                "are none of " + Arrays.toString(classes),
                type ->
                    !List.of(classes)
                        .contains(type.getName().replace("dev.dialtone.testkit.", ""))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("it is an optional dependency: decision 16")
        .check(MAIN);
  }

  private void run(String statements, Predicate<String> visible) throws Exception {
    List<String> classPath = CLASS_PATH.stream().filter(visible).toList();
    assertThat(classPath).hasSizeGreaterThan(1);
    Files.copy(Path.of("src/test/resources/logback-test.xml"), dir.resolve("logback-test.xml"));
    compile(statements, String.join(File.pathSeparator, classPath));
    List<URL> urls = new ArrayList<>(List.of(dir.toUri().toURL()));
    for (String entry : classPath) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    try (var loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Runnable program =
          (Runnable) loader.loadClass("Program").getDeclaredConstructor().newInstance();
      program.run();
    }
  }

  private void compile(String statements, String classPath) throws IOException {
    Path source = dir.resolve("Program.java");
    Files.writeString(
        source,
        """
        import dev.dialtone.testkit.*;

        public class Program implements Runnable {
          public void run() { try { use(); } catch (Exception e) { throw new AssertionError(e); } }

          private void use() throws Exception { %s }
        }
        """
            .formatted(statements));
    var words = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                words,
                words,
                "-proc:none",
                "-d",
                dir.toString(),
                "-classpath",
                classPath,
                source.toString());
    assertThat(result).as(words.toString(StandardCharsets.UTF_8)).isZero();
  }

  private static boolean isOurs(String entry) {
    return entry.contains("client-testkit")
        && !entry.contains("test-classes")
        && !entry.endsWith("-tests.jar");
  }
}
