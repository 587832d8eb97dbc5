// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of the extension there is, for browsers that have it by a policy: {@code update.xml} of Chromium (Omaha's {@code gupdate}), {@code updates.json} of Firefox. The build
 * names the files at the site that it was made for.
 */
final class ExtensionUpdates {
    /** Where this site has them. */
    static final String FOLDER = "/extension/";

    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\"<>\\s]*/(obnova[A-Za-z0-9._+~-]*\\.(?:crx|xpi))(?=\")");

    private ExtensionUpdates() {}

    /** The same with the files' addresses at a site; their names, versions and checksums stay. */
    static String servedFrom(String origin, String text) {
        return ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(origin + FOLDER + found.group(1)));
    }
}
