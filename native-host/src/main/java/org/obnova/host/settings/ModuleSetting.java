// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#11 module that a file of settings names.
 *
 * @param path absolute
 * @param name what a person calls it; null where the file does not say
 * @param timeoutSeconds how long one call may take, for slow tokens; null where the file does not say
 * @param personal whether the person's own file names it, so that less is known of who put it there
 */
public record ModuleSetting(
        Path path, @Nullable String name, @Nullable Integer timeoutSeconds, boolean personal) {
    static final int MAX_TIMEOUT_SECONDS = 600;

    /** Refuses a path whose meaning would depend on where the host was started, and a time that nobody would wait. */
    public ModuleSetting {
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("path: not absolute");
        }
        if (timeoutSeconds != null && (timeoutSeconds < 1 || timeoutSeconds > MAX_TIMEOUT_SECONDS)) {
            throw new IllegalArgumentException("timeoutSeconds: not within the bounds");
        }
    }
}
