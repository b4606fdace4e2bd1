package dev.dialtone.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What lives on the heap: the JVM itself counts every object that can be reached, after a
 * collection. So a figure is exact, and the same on every machine.
 *
 * @param bytes by class
 */
record Heap(Map<String, Long> bytes) {
  private static final Pattern LINE = Pattern.compile(" *\\d+: +\\d+ +(\\d+) +(\\S+).*");

  /** What lives now. */
  static Heap now() {
    try {
      String histogram =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcClassHistogram",
                      new Object[] {new String[0]},
                      new String[] {String[].class.getName()});
      return new Heap(
          histogram
              .lines()
              .map(LINE::matcher)
              .filter(line -> line.matches())
              .collect(
                  Collectors.toMap(
                      line -> line.group(2),
                      line -> Long.parseLong(line.group(1)),
                      Long::sum,
                      TreeMap::new)));
    } catch (JMException notHotSpot) {
      throw new IllegalStateException("this JVM does not count its objects", notHotSpot);
    }
  }

  long total() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** By class, what each of so many has brought since. */
  Map<String, Double> eachSince(Heap before, int count) {
    return bytes.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    (double) (entry.getValue() - before.bytes.getOrDefault(entry.getKey(), 0L))
                        / count));
  }
}
