package dev.dialtone.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Figures side by side, in Markdown. */
final class Tables {
  private Tables() {}

  /** One column each; the first has all rows. */
  static void print(PrintStream out, List<Map<String, String>> columns) {
    boolean first = true;
    for (String name : columns.get(0).keySet()) {
      out.print("| " + name);
      columns.forEach(column -> out.print(" | " + column.getOrDefault(name, "")));
      out.println(" |");
      if (first) {
        out.println("|---" + "|---:".repeat(columns.size()) + "|");
        first = false;
      }
    }
  }
}
