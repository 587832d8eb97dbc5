// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obnova.host.settings.Origin;

/**
 * Sites for the zone of trusted sites of Windows (registry, {@code ZoneMap\\Domains}; Microsoft, "Internet Explorer security zones registry entries for advanced users"): exact https hosts, never a whole domain,
 * never http. The settings of the zone itself, ActiveX among them, are not touched.
 *
 * @param domain the part that the registry has as a key, e.g. {@code obnova.org}
 * @param host the rest, e.g. {@code extern}
 */
record TrustedSites(String domain, String host) {
    /** The value's name: it holds for this scheme only. */
    static final String SCHEME = "https";

    /** The value: trusted sites. */
    static final String ZONE = "dword:00000002";

    private static final String KEY =
            "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap\\Domains\\";

    /** Second levels under which registries let others register, for the countries that do. */
    private static final Set<String> SECOND = Set.of("com", "co", "org", "net", "gov", "edu", "ac", "msk", "spb");

    private static final int COUNTRY = 2;

    /** Empty where no exact entry can be made: an address, a host without a part of its own, a site with a port, http. */
    static Optional<TrustedSites> of(Origin origin) {
        String https = "https://";
        if (!origin.ascii().startsWith(https) || !origin.ascii().matches("https://[a-z0-9.-]*[a-z][a-z0-9.-]*")) {
            return Optional.empty();
        }
        List<String> labels = List.of(origin.ascii().substring(https.length()).split("\\.", -1));
        int own = labels.size() - domainLabels(labels);
        return own < 1
                ? Optional.empty()
                : Optional.of(new TrustedSites(
                        String.join(".", labels.subList(own, labels.size())),
                        String.join(".", labels.subList(0, own))));
    }

    private static int domainLabels(List<String> labels) {
        boolean nested = labels.size() > 2
                && labels.getLast().length() == COUNTRY
                && SECOND.contains(labels.get(labels.size() - 2));
        return nested ? 3 : 2;
    }

    /** Each that can be entered, once. */
    static List<TrustedSites> of(List<Origin> origins) {
        List<TrustedSites> sites = new ArrayList<>();
        for (Origin each : origins) {
            of(each).filter(site -> !sites.contains(site)).ifPresent(sites::add);
        }
        return sites;
    }

    /** As a person knows it. */
    String address() {
        return SCHEME + "://" + host + "." + domain;
    }

    /** With its hive. */
    String fullKey() {
        return KEY + domain + "\\" + host;
    }
}
