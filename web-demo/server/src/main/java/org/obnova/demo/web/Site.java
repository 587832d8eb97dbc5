// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sites that one demo server answers for, told apart by the Host header. */
public enum Site {
    EXTERN("extern.localhost", "__Host-obnova_extern"),
    CABINET("cabinet.localhost", "__Host-obnova_cabinet"),
    /** Where computers are set up («веб-диск»). */
    SETUP("setup.localhost", "__Host-obnova_setup"),
    /** Where the CA's operators review applications. */
    OPERATOR("operator.localhost", "__Host-obnova_operator");

    private final String host;
    private final String cookie;

    Site(String host, String cookie) {
        this.host = host;
        this.cookie = cookie;
    }

    /** The host name, without a port. */
    public String host() {
        return host;
    }

    /** The name in templates, style and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the session cookie: browsers keep cookies per host but not per port, so each site has its own name. The prefix ties the cookie to
     * this host and to Secure (RFC 6265bis, section 4.1.3.2); browsers take names under localhost for secure without TLS, too.
     */
    String cookie() {
        return cookie;
    }

    /** The site of a Host header ({@code name} or {@code name:port}); nothing for any other name, so that DNS rebinding gets no page. */
    public static Optional<Site> ofHost(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String name = header.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(site -> site.host.equals(name)).findFirst();
    }
}
