package dev.dialtone.aws.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.dialtone.error.PhoneNumberException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** All that a person or a log could read of the library, down to TRACE. */
public final class Overheard implements AutoCloseable {
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.dialtone");

  /** Listens to the logs from now on. */
  public Overheard() {
    logged.start();
    logger.addAppender(logged);
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false);
  }

  /** What something says of itself. */
  public void add(Object shown) {
    texts.add(shown.toString());
  }

  /** The call must fail, and what it says is overheard. */
  public void fails(Supplier<?> call) {
    assertThat(mayFail(call)).isTrue();
  }

  /** Whether the call failed; what it says is overheard. */
  public boolean mayFail(Supplier<?> call) {
    var failure = catchThrowableOfType(PhoneNumberException.class, call::get);
    if (failure == null) {
      return false;
    }
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    texts.add(trace.toString());
    texts.add(failure.advice());
    return true;
  }

  /** Nothing matches the pattern, and something shows a masked number. */
  public void assertHides(String telltale) {
    List<ILoggingEvent> events = List.copyOf(logged.list);
    assertThat(events).isNotEmpty();
    for (ILoggingEvent event : events) {
      texts.add(event.getFormattedMessage());
      texts.add(String.valueOf(event.getKeyValuePairs()));
      texts.add(String.valueOf(event.getMDCPropertyMap()));
      if (event.getThrowableProxy() != null) {
        texts.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContainPattern(telltale));
    assertThat(texts).anySatisfy(text -> assertThat(text).containsPattern("\\*{7}01\\d\\d"));
  }

  @Override
  public void close() {
    logger.detachAppender(logged);
    logger.setLevel(null);
    logger.setAdditive(true);
  }
}
