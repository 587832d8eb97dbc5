// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A web origin (RFC 6454): scheme, host, port; nothing else. Only https, and http on names that never leave this computer.
 *
 * @param ascii the ASCII serialisation (section 6.2), the host in punycode (RFC 3492)
 */
public record Origin(String ascii) {
    private static final String HTTPS = "https://";
    private static final String HTTP = "http://";
    private static final int MAX_HOST = 253;
    private static final int MAX_LABEL = 63;
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "[::1]", "localhost");

    /** Takes what {@link #parse} would return. */
    public Origin {
        if (isWrong(ascii)) {
            throw new IllegalArgumentException("not an origin");
        }
    }

    /** Reads an origin as browsers write it: lower case, punycode, without default port, path or trailing slash. */
    public static Optional<Origin> parse(String text) {
        return isWrong(text) ? Optional.empty() : Optional.of(new Origin(text));
    }

    /** Reads an origin as a person writes it: as {@link #parse}, but the host may be international. */
    public static Optional<Origin> parseInternational(String text) {
        int host = text.indexOf("://") + 3;
        if (host < 3) {
            return Optional.empty();
        }
        int end = text.indexOf(':', host);
        String name = end < 0 ? text.substring(host) : text.substring(host, end);
        if (name.chars().allMatch(c -> c < 0x80)) {
            return parse(text);
        }
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return parse(text.substring(0, host) + ascii + text.substring(host + name.length()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the origin is this computer's own, spoken to without TLS. */
    public boolean isPlainLoopback() {
        return ascii.startsWith(HTTP);
    }

    private static boolean isWrong(String text) {
        boolean tls = text.startsWith(HTTPS);
        if (!tls && !text.startsWith(HTTP)) {
            return true;
        }
        String authority = text.substring(tls ? HTTPS.length() : HTTP.length());
        // Behind the bracket of an IPv6 address, else the only colon there may be.
        int colon = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.indexOf(':');
        boolean hasPort = colon > 0;
        String host = hasPort ? authority.substring(0, colon) : authority;
        if (hasPort && isWrongPort(authority.substring(colon + 1), tls ? "443" : "80")) {
            return true;
        }
        return tls ? isWrongHost(host) : !isLoopback(host) || isWrongHost(host);
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || host.endsWith(".localhost");
    }

    private static boolean isWrongPort(String port, String usual) {
        if (port.isEmpty() || port.length() > 5 || port.startsWith("0") || port.equals(usual)) {
            return true;
        }
        return !port.chars().allMatch(c -> c >= '0' && c <= '9') || Integer.parseInt(port) > 65_535;
    }

    private static boolean isWrongHost(String host) {
        if (host.startsWith("[")) {
            String address = host.endsWith("]") ? host.substring(1, host.length() - 1) : "";
            return address.length() < 2
                    || address.length() > 45
                    || !address.chars().allMatch(c -> c == ':' || isDigit(c) || (c >= 'a' && c <= 'f'));
        }
        if (host.isEmpty() || host.length() > MAX_HOST) {
            return true;
        }
        for (String label : host.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > MAX_LABEL || label.startsWith("-") || label.endsWith("-")) {
                return true;
            }
            if (!label.chars().allMatch(c -> c == '-' || c == '_' || isDigit(c) || (c >= 'a' && c <= 'z'))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
