// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.List;

/**
 * The extensions that may use the host.
 *
 * @param chromium ids as Chromium makes them of keys: 32 of a-p, ours first
 * @param firefox ids of Firefox, ours first
 */
public record Extensions(List<String> chromium, List<String> firefox) {
    /** Copies the lists. */
    public Extensions {
        chromium = List.copyOf(chromium);
        firefox = List.copyOf(firefox);
    }

    /** Sorted by their form. */
    public static Extensions of(List<String> ids) {
        return new Extensions(
                ids.stream().filter(Extensions::isChromium).distinct().toList(),
                ids.stream().filter(id -> !isChromium(id)).distinct().toList());
    }

    /** Those of a browser's family; where there is none, a browser of that family may not start the host. */
    public List<String> of(Browser.Family family) {
        return switch (family) {
            case CHROMIUM -> chromium;
            case FIREFOX -> firefox;
        };
    }

    /** Whether a package brings this one: the first of its form. */
    boolean isFirst(String id) {
        return chromium.indexOf(id) == 0 || firefox.indexOf(id) == 0;
    }

    private static boolean isChromium(String id) {
        return id.matches("[a-p]{32}");
    }
}
