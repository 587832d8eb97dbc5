// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.util.List;

/** All that write. */
final class Flows {
    private static final List<Flow> ALL = List.of(
            new MakingRequest(),
            new Installing(),
            new BackingUp(),
            new Archiving(),
            new ChangingPassword(),
            new Abandoning());

    private Flows() {}

    static List<Flow> all() {
        return ALL;
    }

    static Flow of(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }
}
