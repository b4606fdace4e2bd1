package dev.dialtone.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
  private final List<Runnable> elsewhere = new ArrayList<>();
  private final SerialExecutor executor = SerialExecutor.whereTheyArrive(elsewhere::add);
  private final List<Integer> ran = new ArrayList<>();

  @Test
  void execute_taskBringsMoreTasks_runsThemAfterItInOrder() {
    executor.execute(
        () -> {
          executor.execute(() -> ran.add(2));
          executor.execute(() -> ran.add(3));
          ran.add(1);
        });
    assertThat(ran).containsExactly(1, 2, 3);
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void execute_thousandTasksBehindOne_passesTheRestOn() {
    executor.execute(
        () -> IntStream.range(0, 1_000).forEach(i -> executor.execute(() -> ran.add(i))));
    assertThat(ran).hasSize(127);
    assertThat(elsewhere).hasSize(1);

    executor.execute(() -> ran.add(1_000));
    assertThat(ran).as("whoever comes now does not start beside it").hasSize(127);
    while (!elsewhere.isEmpty()) {
      elsewhere.remove(0).run();
    }
    assertThat(ran).containsExactlyElementsOf(IntStream.rangeClosed(0, 1_000).boxed().toList());
  }

  @Test
  void execute_taskThrows_nextOnesRun() {
    executor.execute(
        () -> {
          executor.execute(() -> ran.add(1));
          throw new IllegalStateException("broken");
        });
    assertThat(ran).containsExactly(1);
  }
}
