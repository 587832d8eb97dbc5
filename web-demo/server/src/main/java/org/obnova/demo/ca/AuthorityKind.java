// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.util.Arrays;

/** The authorities of a profile: a root, the one that issues, and one of another region whose certificates are not renewed here. */
enum AuthorityKind {
    ROOT("-root", "ТЕСТ: демонстрационный корневой УЦ", "77 г. Москва", "г. Москва"),
    ISSUING("", "ТЕСТ: демонстрационный УЦ", "77 г. Москва", "г. Москва"),
    EXCLUDED("-spb", "ТЕСТ: демонстрационный УЦ региона 78", "78 г. Санкт-Петербург", "г. Санкт-Петербург");

    private final String suffix;
    private final String title;
    private final String region;
    private final String city;

    AuthorityKind(String suffix, String title, String region, String city) {
        this.suffix = suffix;
        this.title = title;
        this.region = region;
        this.city = city;
    }

    String id(CaProfile profile) {
        return profile.cliName() + suffix;
    }

    /** Whether that authority's certificates count as «issued by this CA»; those of the excluded one do not. */
    static boolean issuesHere(String id) {
        return Arrays.stream(CaProfile.values())
                .anyMatch(profile -> ISSUING.id(profile).equals(id));
    }

    String title() {
        return title;
    }

    String region() {
        return region;
    }

    String city() {
        return city;
    }
}
