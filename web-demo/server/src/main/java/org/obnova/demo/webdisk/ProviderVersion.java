// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a crypto provider as people and programs write it: {@code 4.0 R3}, {@code 5.0 Beta}, {@code 3.6}, {@code 4.0.9944}. A beta comes before every release of its number; a
 * number alone is its first release.
 *
 * @param release 0: beta
 * @param build 0: not said
 */
public record ProviderVersion(int major, int minor, int release, int build) implements Comparable<ProviderVersion> {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,6}))?(?:\\.\\d{1,6})?(?:\\s*(beta|r(\\d{1,2})))?");
    private static final Comparator<ProviderVersion> ORDER = Comparator.comparingInt(ProviderVersion::major)
            .thenComparingInt(ProviderVersion::minor)
            .thenComparingInt(ProviderVersion::release);

    /** Reads a version; nothing where it is not one. */
    public static Optional<ProviderVersion> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            return Optional.empty();
        }
        int release =
                written.group(5) != null ? Integer.parseInt(written.group(5)) : "beta".equals(written.group(4)) ? 0 : 1;
        int build = written.group(3) == null ? 0 : Integer.parseInt(written.group(3));
        return Optional.of(new ProviderVersion(
                Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)), release, build));
    }

    /** Whether the version says its build, and no release. */
    boolean isBuild() {
        return build > 0;
    }

    @Override
    public int compareTo(ProviderVersion other) {
        return ORDER.compare(this, other);
    }
}
