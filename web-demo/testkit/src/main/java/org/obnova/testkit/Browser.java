// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A browser that journeys are walked in: where it looks for things, and how it is started. */
public interface Browser {
    /** The one that the system property {@code obnova.browser} names; Chromium where it is not set. */
    static Browser chosen() {
        return named(System.getProperty("obnova.browser", "chromium"));
    }

    /** By name: {@code chromium} or {@code firefox}. */
    static Browser named(String name) {
        return switch (name) {
            case "chromium" -> new Chromium();
            case "firefox" -> new Firefox();
            default -> throw new IllegalArgumentException("chromium or firefox, not " + name);
        };
    }

    /** The name, e.g. {@code chromium}. */
    String name();

    /**
     * Starts it headless, with a driver: only the host's windows are on the display. Its profile is in the throwaway home and stays there from one
     * start to the next; the extensions are those of this start.
     *
     * @param log to which the browser writes
     */
    RemoteWebDriver start(ThrowawayHome home, Display display, List<ExtensionCopy> extensions, Path log)
            throws IOException;

    /** Readies the profile, and gives the command that starts it before a person's eyes, without a driver. */
    List<String> command(ThrowawayHome home, List<ExtensionCopy> extensions, String address) throws IOException;

    /** The folder of its profile. */
    Path profile(ThrowawayHome home);

    /** The native-messaging manifest of the host in that home. */
    Path nativeManifest(ThrowawayHome home);

    /** The member of that manifest that says which extensions may call, e.g. {@code allowed_origins}. */
    String callers();

    /** What that member has for the extension. */
    String caller(ExtensionCopy extension);

    /** What that member has for an extension of somebody else. */
    String otherCaller();

    /** Whether an extension that the manifest does not name hears of it; Firefox says that there is no host, so that nobody learns what is installed. */
    boolean tellsOfForbiddenHost();

    /** The address of one of the extension's own pages, e.g. {@code popup/popup.html}. */
    String ownPage(ExtensionCopy extension, String page);

    /** Where it saves what a page gives to save. */
    default Path downloads(ThrowawayHome home) {
        return home.folder().resolve("downloads");
    }
}
