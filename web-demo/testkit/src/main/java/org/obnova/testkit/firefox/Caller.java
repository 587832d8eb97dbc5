// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.sun.net.httpserver.Headers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request. A page that is open in some browser of this machine may send requests to 127.0.0.1, too: as geckodriver, the server takes
 * none that a browser marks with {@code Origin}, none by another name than the machine's own, and bodies only as JSON, which a page cannot
 * send without being asked first.
 */
final class Caller {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private Caller() {}

    /** Lets those through that may drive a browser. */
    static void check(Headers headers, boolean hasBody) throws WebDriverError {
        if (headers.containsKey("Origin")) {
            throw refused("a page may not drive a browser: " + headers.getFirst("Origin"));
        }
        String host = Optional.ofNullable(headers.getFirst("Host")).orElse("");
        if (!THIS_MACHINE.contains(host.replaceFirst(":\\d+$", ""))) {
            throw refused("this machine is not called " + host);
        }
        String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
        if (hasBody && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw refused("a body must be application/json, not " + type);
        }
    }

    private static WebDriverError refused(String why) {
        return new WebDriverError(WebDriverError.INVALID_ARGUMENT, why);
    }
}
