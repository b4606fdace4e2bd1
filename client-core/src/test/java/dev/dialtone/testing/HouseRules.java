package dev.dialtone.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.dialtone.testing.HouseWords.AWS;
import static dev.dialtone.testing.HouseWords.CORE;
import static dev.dialtone.testing.HouseWords.CORE_PACKAGES;
import static dev.dialtone.testing.HouseWords.ERROR;
import static dev.dialtone.testing.HouseWords.INTERNAL;
import static dev.dialtone.testing.HouseWords.JDBC;
import static dev.dialtone.testing.HouseWords.MODEL;
import static dev.dialtone.testing.HouseWords.ROOT;
import static dev.dialtone.testing.HouseWords.SPI;
import static dev.dialtone.testing.HouseWords.areAdapters;
import static dev.dialtone.testing.HouseWords.areLibrary;
import static dev.dialtone.testing.HouseWords.areOf;
import static dev.dialtone.testing.HouseWords.calls;
import static dev.dialtone.testing.HouseWords.constructs;
import static dev.dialtone.testing.HouseWords.haveNoDependency;
import static dev.dialtone.testing.HouseWords.isInternal;
import static dev.dialtone.testing.HouseWords.not;
import static dev.dialtone.testing.HouseWords.onePerPackage;
import static dev.dialtone.testing.HouseWords.ours;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The borders of the house, for the main classes of every module. Use them with {@code @ArchTest
 * static final ArchTests house = ArchTests.in(HouseRules.class)}.
 */
public final class HouseRules {
  @ArchTest
  public static final ArchRule CORE_KNOWS_NO_AWS_TYPE =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..")
          .because("each service is reached through a port, and only its adapter knows the SDK")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule MODEL_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .dependOnClassesThat(ours().and(describe("are not of model", not(MODEL))))
          .because("values must be usable by everybody")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule ERROR_KNOWS_ONLY_MODEL =
      noClasses()
          .that()
          .resideInAPackage(ERROR)
          .should()
          .dependOnClassesThat(ours().and(describe("are not of model or error", not(MODEL, ERROR))))
          .because("a failure speaks in values and is made by the engine alone")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule SPI_KNOWS_ONLY_MODEL =
      noClasses()
          .that()
          .resideInAPackage(SPI)
          .should()
          .dependOnClassesThat(ours().and(describe("are not of model or spi", not(MODEL, SPI))))
          .because("who writes an adapter or a journal needs nothing of the engine")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule JDBC_KNOWS_ONLY_MODEL_AND_SPI =
      noClasses()
          .that()
          .resideInAPackage(JDBC)
          .should()
          .dependOnClassesThat(
              ours().and(describe("are not of model, spi or jdbc", not(MODEL, SPI, JDBC))))
          .because("it is a journal as anybody could write one")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule ENGINE_KNOWS_NO_FACADE =
      noClasses()
          .that()
          .resideInAPackage(INTERNAL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT)
          .because("the facade stands on the engine, never the other way round")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices()
          .assignedFrom(onePerPackage())
          .should()
          .beFreeOfCycles()
          .because("what stands in a circle can only be understood, and changed, as a whole")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule INTERNAL_STAYS_INSIDE_ITS_MODULE =
      classes()
          .should(haveNoDependency("on another module's internal package", HouseWords::intrudes))
          .because("internal means that it may change without notice")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule ADAPTERS_KNOW_NO_OTHER_MODULE =
      classes()
          .that(areAdapters().or(areOf(AWS)))
          .should(haveNoDependency("but on core and what adapters share", HouseWords::strays))
          .because("who uses one service must not get the other's client")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule SHARED_KNOWS_NO_SERVICE =
      noClasses()
          .that(areOf(AWS))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services..")
          .because("what adapters share is made for any service")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule SHARED_IS_FOR_ADAPTERS_ALONE =
      noClasses()
          .that(ours().and(DescribedPredicate.not(areAdapters().or(areOf(AWS)))))
          .should()
          .dependOnClassesThat(areOf(AWS))
          .because("it is public for the adapters, and changes without notice")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule NOTHING_BLOCKS =
      noClasses()
          .that(areLibrary())
          .should()
          .accessTargetWhere(
              calls(Thread.class, "sleep")
                  .or(calls(Thread.class, "join"))
                  .or(calls(Object.class, "wait"))
                  .or(calls(CompletableFuture.class, "join"))
                  .or(calls("io.github.resilience4j.ratelimiter.RateLimiter", "acquirePermission"))
                  .or(calls("io.github.resilience4j.ratelimiter.RateLimiter", "waitForPermission"))
                  .as("blocks a thread"))
          .because("a bounded handful of threads serves any number of operations; Timer waits")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule NOTHING_IS_PRINTED =
      noClasses()
          .that(areLibrary())
          .should()
          .accessTargetWhere(
              target(name("out").or(name("err")))
                  .and(targetOwner(assignableTo(System.class)))
                  .or(calls(Throwable.class, "printStackTrace"))
                  .as("writes to the console"))
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging")
          .because("a library logs through SLF4J, so that its user decides where to")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule THREADS_ARE_FEW =
      noClasses()
          .that(areLibrary())
          .and()
          .doNotHaveFullyQualifiedName(INTERNAL + ".SystemTimer")
          .and()
          .doNotHaveFullyQualifiedName(JDBC + ".JournalThread")
          .and(describe("are no adapter's", type -> CORE_PACKAGES.contains(type.getPackageName())))
          .should()
          .accessTargetWhere(
              constructs(Thread.class)
                  .or(constructs(ThreadPoolExecutor.class))
                  .or(constructs(ForkJoinPool.class))
                  .or(constructs(java.util.Timer.class))
                  .or(targetOwner(assignableTo(Executors.class)))
                  .as("makes a thread"))
          .because(
              "only the timer and a journal over JDBC have one; an adapter may have its client's")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule PUBLIC_FIELDS_ARE_CONSTANTS =
      fields()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(
              ours().and(describe("are not internal", type -> !isInternal(type))))
          .should()
          .beFinal()
          .andShould()
          .notHaveRawType(describe("array", JavaClass::isArray))
          .because("what is handed out cannot be changed")
          .allowEmptyShould(true);

  private HouseRules() {}
}
