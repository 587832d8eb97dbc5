// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Path;
import org.obnova.host.settings.SettingsLoader;

/** Root certificates for tests. */
final class TestRoots {
    /** That of the bundled service: nobody has its key. */
    static final byte[] EXTERN = new SettingsLoader(Path.of("/none"), Path.of("/none"))
            .load()
            .services()
            .getFirst()
            .roots()
            .getFirst();

    private TestRoots() {}
}
