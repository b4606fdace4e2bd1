package dev.dialtone.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.function.Predicate;

/** The words that {@link HouseRules} are made of. */
final class HouseWords {
  static final String ROOT = "dev.dialtone";
  static final String MODEL = ROOT + ".model";
  static final String ERROR = ROOT + ".error";
  static final String SPI = ROOT + ".spi";
  static final String INTERNAL = ROOT + ".internal";
  static final String JDBC = ROOT + ".jdbc";
  static final String AWS = ROOT + ".aws";
  static final Set<String> ADAPTERS = Set.of(ROOT + ".connect", ROOT + ".chime");
  static final String[] CORE = {ROOT, MODEL, ERROR, SPI, INTERNAL, JDBC};
  static final Set<String> CORE_PACKAGES = Set.of(CORE);

  private HouseWords() {}

  static DescribedPredicate<JavaClass> ours() {
    return describe("are ours", type -> isOurs(type.getPackageName()));
  }

  /** What users have on their class path in production: not the test kit, the examples, tests. */
  static DescribedPredicate<JavaClass> areLibrary() {
    return describe(
        "belong to the library",
        type -> {
          String module = module(type.getPackageName());
          return isOurs(module)
              && !Set.of("testkit", "examples", "benchmarks", "testing")
                  .contains(module.substring(module.lastIndexOf('.') + 1));
        });
  }

  static DescribedPredicate<JavaClass> areOf(String module) {
    return describe("are of " + module, type -> module(type.getPackageName()).equals(module));
  }

  static DescribedPredicate<JavaClass> areAdapters() {
    return describe("are adapters", type -> ADAPTERS.contains(module(type.getPackageName())));
  }

  static Predicate<JavaClass> not(String... packages) {
    return type -> !Set.of(packages).contains(type.getPackageName());
  }

  static boolean isOurs(String name) {
    return name.equals(ROOT) || name.startsWith(ROOT + ".");
  }

  static boolean isInternal(JavaClass type) {
    return (type.getPackageName() + ".").contains(".internal.");
  }

  static boolean intrudes(Dependency dependency) {
    JavaClass used = dependency.getTargetClass();
    return isOurs(used.getPackageName())
        && isInternal(used)
        && !module(used.getPackageName())
            .equals(module(dependency.getOriginClass().getPackageName()));
  }

  /**
   * From an adapter, or what adapters share, to what is neither of its own, nor shared, nor core.
   */
  static boolean strays(Dependency dependency) {
    String used = module(dependency.getTargetClass().getPackageName());
    String own = module(dependency.getOriginClass().getPackageName());
    return isOurs(used) && !Set.of(ROOT, AWS).contains(used) && !used.equals(own);
  }

  static ArchCondition<JavaClass> haveNoDependency(String what, Predicate<Dependency> that) {
    return new ArchCondition<>("have no dependency " + what) {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        origin.getDirectDependenciesFromSelf().stream()
            .filter(that)
            .forEach(bad -> events.add(SimpleConditionEvent.violated(bad, bad.getDescription())));
      }
    };
  }

  /** The first packages under the root are core's; every other is a module of its own. */
  static String module(String name) {
    if (!isOurs(name) || CORE_PACKAGES.contains(name)) {
      return isOurs(name) ? ROOT : name;
    }
    int end = name.indexOf('.', ROOT.length() + 1);
    String first = end < 0 ? name : name.substring(0, end);
    return CORE_PACKAGES.contains(first) ? ROOT : first;
  }

  static SliceAssignment onePerPackage() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return isOurs(type.getPackageName())
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages of " + ROOT;
      }
    };
  }

  static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String method) {
    return calls(owner.getName(), method);
  }

  static DescribedPredicate<JavaAccess<?>> calls(String owner, String method) {
    return target(name(method)).and(targetOwner(assignableTo(owner)));
  }

  static DescribedPredicate<JavaAccess<?>> constructs(Class<?> type) {
    return describe(
        "makes a " + type.getSimpleName(),
        access ->
            access.getName().equals("<init>")
                && access.getTargetOwner().isAssignableTo(type)
                // A subclass's constructor calls the one above it.
                && !access.getOriginOwner().isAssignableTo(type));
  }
}
