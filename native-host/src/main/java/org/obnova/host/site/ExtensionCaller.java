// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * The extension that started the host, as the browser names it among the arguments: Chromium passes {@code chrome-extension://ID/}, Firefox the
 * path of the host's manifest and the extension's id.
 */
public final class ExtensionCaller {
    /** Of our extension in browsers of Chromium's family. */
    public static final String CHROMIUM_ID = "amijgcgnkbhnjobgdpnmpjaaooimiani";

    /** Of our extension in Firefox. */
    public static final String FIREFOX_ID = "extension@obnova.org";

    private static final String CHROMIUM = "chrome-extension://";

    private final @Nullable String id;
    private final Supplier<AdmittedExtensions> admitted;
    private boolean allowed;

    private ExtensionCaller(@Nullable String id, Supplier<AdmittedExtensions> admitted) {
        this.id = id;
        this.admitted = admitted;
    }

    /** Whether these arguments come from a browser; no arguments count as a browser that did not name the extension. */
    public static boolean isBrowser(String[] args) {
        return args.length == 0 || args[0].startsWith(CHROMIUM) || args[0].endsWith(".json");
    }

    /**
     * Reads the arguments of a browser.
     *
     * @param admitted asked for with the first message
     */
    public static ExtensionCaller of(String[] args, Supplier<AdmittedExtensions> admitted) {
        String id = null;
        if (args.length > 0
                && args[0].startsWith(CHROMIUM)
                && args[0].endsWith("/")
                && args[0].length() > CHROMIUM.length()) {
            id = args[0].substring(CHROMIUM.length(), args[0].length() - 1);
        } else if (args.length > 1 && args[0].endsWith(".json")) {
            id = args[1];
        }
        return new ExtensionCaller(id, admitted);
    }

    /**
     * Passes extensions that may use the host.
     *
     * @throws Fault {@code EXTENSION_NOT_ALLOWED}, and as the settings' reading
     */
    public synchronized void check() {
        if (!allowed) {
            if (id == null || !admitted.get().admits(id)) {
                throw new Fault(ErrorCode.EXTENSION_NOT_ALLOWED, "the extension's id is not known");
            }
            allowed = true;
        }
    }
}
