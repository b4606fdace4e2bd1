package dev.dialtone.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.connect.ConnectClient;

class BlockingConnectTest {
  private final List<Object> called = new ArrayList<>();

  static Stream<Method> operations() {
    return Stream.of(BlockingConnect.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
        .filter(method -> method.getReturnType() == CompletableFuture.class);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operation_any_isTheSameOneOfTheClient(Method operation) throws Exception {
    Object request = request(operation);
    var answer =
        (CompletableFuture<?>) operation.invoke(new BlockingConnect(client(null)), request);
    assertThat(answer).isCompleted();
    assertThat(called).containsExactly(operation.getName(), request);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operation_fails_isAFailedFuture(Method operation) throws Exception {
    var failure = SdkClientException.create("no");
    var answer =
        (CompletableFuture<?>)
            operation.invoke(new BlockingConnect(client(failure)), request(operation));
    assertThat(answer.handle((reply, thrown) -> thrown)).isCompletedWithValue(failure);
  }

  @Test
  void operations_ofTheAdapter_areAllThere() {
    assertThat(operations()).hasSize(13);
  }

  private static Object request(Method operation) throws Exception {
    Class<?> type = operation.getParameterTypes()[0];
    return ((SdkRequest.Builder) type.getMethod("builder").invoke(null)).build();
  }

  private ConnectClient client(@Nullable SdkClientException failure) {
    return (ConnectClient)
        Proxy.newProxyInstance(
            ConnectClient.class.getClassLoader(),
            new Class<?>[] {ConnectClient.class},
            (proxy, method, arguments) -> {
              called.add(method.getName());
              called.add(arguments[0]);
              if (failure != null) {
                throw failure;
              }
              return null;
            });
  }
}
