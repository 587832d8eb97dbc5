// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which messages leave the machine, and how; the others land in the demo inbox. */
public record GatewaySettings(Optional<Mail> mail, Optional<Provider> sms, Optional<Provider> calls) {
    /** Everything lands in the demo inbox. */
    public static final GatewaySettings NONE =
            new GatewaySettings(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,255}");

    /** How the way to the mail server is protected. */
    public enum Security {
        /** Not at all: to this computer only. */
        NONE,
        /** TLS from the first byte, port 465 as a rule (RFC 8314 section 3.3). */
        TLS,
        /** STARTTLS, without which nothing is sent. */
        STARTTLS
    }

    /**
     * A mail server.
     *
     * @param from the sender's address
     * @param login name and password, where the server wants them
     */
    public record Mail(String host, int port, Security security, String from, Optional<Login> login) {
        /** Refuses what cannot work, and what would go over the net in the clear. */
        public Mail {
            require(!host.isBlank(), "mail.host must be a host name");
            require(port > 0 && port < 65_536, "mail.port must be from 1 to 65535");
            require(ADDRESS.matcher(from).matches(), "mail.from must be an e-mail address");
            require(
                    security != Security.NONE || LOOPBACK.contains(host),
                    "mail.security may be none for this computer only");
        }
    }

    /** Name and password. */
    public record Login(String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Login";
        }
    }

    /**
     * A provider of SMS or calls.
     *
     * @param url where messages are posted
     * @param token bearer token (RFC 6750), where the provider wants one
     */
    public record Provider(URI url, Optional<String> token) {
        /** Refuses what would go over the net in the clear. */
        public Provider {
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            String host = String.valueOf(url.getHost());
            require(
                    scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host)),
                    "url must be https, or http of this computer");
            require(
                    url.getUserInfo() == null && url.getFragment() == null,
                    "url must hold no password and no fragment");
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Provider";
        }
    }

    private static void require(boolean condition, String wanted) {
        if (!condition) {
            throw new InvalidGatewaysException(wanted);
        }
    }
}
