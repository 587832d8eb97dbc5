// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obnova.host.settings.Settings;
import org.obnova.host.settings.SettingsLoader;

/**
 * Which extensions may use the host: ours and those of the settings; where the administrator locks {@code extensions}, those of the administrator's file alone. The key that makes our id in
 * browsers of Chromium's family is published, so that anybody can make an extension with it.
 */
public final class AdmittedExtensions {
    /** Constants, so that the start needs no file; a test holds them against the extension's manifest. */
    private static final List<String> OURS = List.of(ExtensionCaller.CHROMIUM_ID, ExtensionCaller.FIREFOX_ID);

    private final SettingsLoader settings;

    /** @param settings read anew for each question */
    public AdmittedExtensions(SettingsLoader settings) {
        this.settings = settings;
    }

    /**
     * Whether this one may. For ours only the administrator's file is read, and where there is none nothing.
     *
     * @throws org.obnova.host.fault.Fault as the settings' reading
     */
    boolean admits(String id) {
        Optional<List<String>> locked = settings.lockedExtensions();
        return locked.isPresent()
                ? locked.get().contains(id)
                : OURS.contains(id) || settings.load().extensions().contains(id);
    }

    /**
     * All of them, ours first; with the lock in the order of the administrator's file.
     *
     * @throws org.obnova.host.fault.Fault as the settings' reading
     */
    public List<String> ids() {
        Settings now = settings.load();
        Optional<List<String>> locked = settings.lockedExtensions();
        if (locked.isPresent()) {
            return locked.get();
        }
        List<String> all = new ArrayList<>(OURS);
        all.addAll(now.extensions());
        return List.copyOf(all);
    }
}
