package dev.dialtone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule can fail: it finds its own bad class, compiled here so that no jar ever holds it. */
class HouseRulesTest {
  private static final Map<String, String> BAD =
      Map.ofEntries(
          bad("software.amazon", "Sdk", ""),
          bad("dev.dialtone.internal", "KnowsAws", "software.amazon.Sdk sdk;"),
          bad("dev.dialtone.error", "Oops", ""),
          bad("dev.dialtone.spi", "Seam", ""),
          bad("dev.dialtone.model", "ValueWithError", "dev.dialtone.error.Oops oops;"),
          bad("dev.dialtone.error", "ErrorWithSeam", "dev.dialtone.spi.Seam seam;"),
          bad("dev.dialtone.spi", "SeamWithError", "dev.dialtone.error.Oops oops;"),
          bad("dev.dialtone.jdbc", "JournalWithError", "dev.dialtone.error.Oops oops;"),
          bad("dev.dialtone", "Facade", "dev.dialtone.internal.KnowsFacade engine;"),
          bad("dev.dialtone.internal", "KnowsFacade", "dev.dialtone.Facade facade;"),
          bad("dev.dialtone.connect", "Intruder", "dev.dialtone.internal.KnowsAws engine;"),
          bad("dev.dialtone.chime.internal", "Secret", ""),
          bad("dev.dialtone.connect", "Burglar", "dev.dialtone.chime.internal.Secret secret;"),
          bad("software.amazon.awssdk.services.connect", "Client", ""),
          bad("dev.dialtone.aws", "Shared", ""),
          bad(
              "dev.dialtone.aws",
              "KnowsService",
              "software.amazon.awssdk.services.connect.Client client;"),
          bad("dev.dialtone.aws", "KnowsAdapter", "dev.dialtone.chime.KnowsTestkit adapter;"),
          bad("dev.dialtone.connect", "KnowsChime", "dev.dialtone.chime.KnowsTestkit other;"),
          bad("dev.dialtone.testkit", "StandIn", ""),
          bad("dev.dialtone.chime", "KnowsTestkit", "dev.dialtone.testkit.StandIn standIn;"),
          bad("dev.dialtone", "FacadeWithShared", "dev.dialtone.aws.Shared shared;"),
          bad("dev.dialtone.examples", "ProgramWithShared", "dev.dialtone.aws.Shared shared;"),
          bad("dev.dialtone.internal", "Sleeps", "void m() throws Exception { Thread.sleep(1); }"),
          bad("dev.dialtone.internal", "Joins", "void m(Thread t) throws Exception { t.join(); }"),
          bad("dev.dialtone.internal", "Waits", "void m() throws Exception { wait(); }"),
          bad(
              "dev.dialtone.internal",
              "JoinsFuture",
              "Object m(java.util.concurrent.CompletableFuture<?> f) { return f.join(); }"),
          bad(
              "dev.dialtone.internal",
              "JoinsByReference",
              "java.util.function.Function<java.util.concurrent.CompletableFuture<String>, String>"
                  + " f = java.util.concurrent.CompletableFuture::join;"),
          bad(
              "dev.dialtone.internal",
              "Acquires",
              "boolean m(io.github.resilience4j.ratelimiter.RateLimiter r) {"
                  + " return r.acquirePermission(); }"),
          bad(
              "dev.dialtone.internal",
              "WaitsForPermit",
              "void m(io.github.resilience4j.ratelimiter.RateLimiter r) {"
                  + " io.github.resilience4j.ratelimiter.RateLimiter.waitForPermission(r); }"),
          bad("dev.dialtone.internal", "Prints", "void m() { System.out.println(); }"),
          bad("dev.dialtone.internal", "Complains", "void m(Exception e) { e.printStackTrace(); }"),
          bad("dev.dialtone.connect", "Logs", "java.util.logging.Logger logger;"),
          bad("dev.dialtone.internal", "Spawns", "void m() { new Thread(() -> {}).start(); }"),
          bad(
              "dev.dialtone.internal",
              "Pools",
              "Object m() { return java.util.concurrent.Executors.newCachedThreadPool(); }"),
          bad("dev.dialtone.model", "Mutable", "public int count;"),
          bad("dev.dialtone.model", "MutableArray", "public static final int[] COUNTS = {1};"));

  @TempDir static Path dir;
  private static JavaClasses badClasses;

  @BeforeAll
  static void compile() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", dir.toString()));
    for (var source : BAD.entrySet()) {
      Path file = dir.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isZero();
    badClasses = new ClassFileImporter().importPath(dir);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        arguments(HouseRules.CORE_KNOWS_NO_AWS_TYPE, List.of("KnowsAws")),
        arguments(HouseRules.MODEL_STANDS_ALONE, List.of("ValueWithError")),
        arguments(HouseRules.ERROR_KNOWS_ONLY_MODEL, List.of("ErrorWithSeam")),
        arguments(HouseRules.SPI_KNOWS_ONLY_MODEL, List.of("SeamWithError")),
        arguments(HouseRules.JDBC_KNOWS_ONLY_MODEL_AND_SPI, List.of("JournalWithError")),
        arguments(HouseRules.ENGINE_KNOWS_NO_FACADE, List.of("KnowsFacade")),
        arguments(HouseRules.PACKAGES_HAVE_NO_CYCLES, List.of("Facade", "SeamWithError")),
        arguments(HouseRules.INTERNAL_STAYS_INSIDE_ITS_MODULE, List.of("Intruder", "Burglar")),
        arguments(
            HouseRules.ADAPTERS_KNOW_NO_OTHER_MODULE,
            List.of("KnowsAdapter", "KnowsChime", "KnowsTestkit")),
        arguments(HouseRules.SHARED_KNOWS_NO_SERVICE, List.of("KnowsService")),
        arguments(
            HouseRules.SHARED_IS_FOR_ADAPTERS_ALONE,
            List.of("FacadeWithShared", "ProgramWithShared")),
        arguments(
            HouseRules.NOTHING_BLOCKS,
            List.of(
                "Sleeps",
                "Joins",
                "Waits",
                "JoinsFuture",
                "JoinsByReference",
                "Acquires",
                "WaitsForPermit")),
        arguments(HouseRules.NOTHING_IS_PRINTED, List.of("Prints", "Complains", "Logs")),
        arguments(HouseRules.THREADS_ARE_FEW, List.of("Spawns", "Pools")),
        arguments(
            HouseRules.PUBLIC_FIELDS_ARE_CONSTANTS,
            List.of("Mutable.count", "MutableArray.COUNTS")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_badClasses_findsEachOfThem(ArchRule rule, List<String> culprits) {
    String report = rule.evaluate(badClasses).getFailureReport().toString();
    for (String culprit : culprits) {
      assertThat(report).containsPattern("dev\\.dialtone[a-z.]*\\." + culprit + "\\b");
    }
  }

  @Test
  void rules_all_areTriedHere() {
    List<Object> tried = rules().map(each -> each.get()[0]).toList();
    assertThat(tried).hasSameSizeAs(Arrays.asList(HouseRules.class.getFields()));
  }

  private static Map.Entry<String, String> bad(String in, String name, String body) {
    return Map.entry(
        in + "." + name, "package " + in + "; public class " + name + " { " + body + " }");
  }
}
