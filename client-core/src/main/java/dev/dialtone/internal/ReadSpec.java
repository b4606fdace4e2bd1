package dev.dialtone.internal;

import dev.dialtone.spi.ApiOperation;
import java.util.function.Function;

/**
 * A read as data: it has no effect, so it may be repeated at will.
 *
 * @param api what is called
 * @param subject how to speak of it, for example {@code describe of number 0a1b…}
 * @param calls the port's method
 */
public record ReadSpec<X, P, T>(
    ApiOperation api, Function<P, String> subject, PortCall<X, P, T> calls) {}
