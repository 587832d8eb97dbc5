// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.util.List;

/**
 * A service that a computer can be set up for.
 *
 * @param name stable, 1 to 64 of {@code [a-z0-9-]}
 * @param titleRu the name in Russian
 * @param titleEn the name in English
 * @param origins its sites
 * @param roots DER of the root certificates that its sites need, besides those that browsers bring along
 * @param clientIssuers names (CN) of authorities whose certificates log in to its sites by TLS; a browser then offers them by itself
 * @param needs what of the computer it needs, names of the setup page's components
 */
public record ServiceEntry(
        String name,
        String titleRu,
        String titleEn,
        List<Origin> origins,
        List<byte[]> roots,
        List<String> clientIssuers,
        List<String> needs) {
    /** The components that a service may need. */
    public static final List<String> NEEDS =
            List.of("roots", "sites", "policies", "modules", "pcscd", "provider", "clock", "disk");

    /** Refuses a name that could not stand in an id or a command. */
    public ServiceEntry {
        origins = List.copyOf(origins);
        roots = List.copyOf(roots);
        clientIssuers = List.copyOf(clientIssuers);
        needs = List.copyOf(needs);
        if (!name.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("name: not 1 to 64 of a-z, 0-9, -");
        }
        if (!NEEDS.containsAll(needs)) {
            throw new IllegalArgumentException("needs: one that is not known");
        }
    }
}
