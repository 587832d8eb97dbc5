// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.List;
import org.obnova.host.json.Json;

/**
 * One thing that a browser's policies shall say.
 *
 * @param path of names
 * @param value what lies there, or, of a list, one of its items
 * @param item whether it is an item
 */
record PolicyWish(List<String> path, Json value, boolean item, Words detail) {
    /** A way in which an extension may be installed that lets ours be there; what an administrator chose of them stays. */
    private static final List<String> MODES = List.of("allowed", "normal_installed", "force_installed");

    PolicyWish {
        path = List.copyOf(path);
    }

    /** Whether the policies say so already. */
    boolean isIn(Json policies) {
        if (item) {
            return JsonTree.has(policies, path, value);
        }
        return JsonTree.find(policies, path)
                .map(there -> there.equals(value) || (mode(there) > 0 && mode(there) >= mode(value)))
                .orElse(false);
    }

    /** Whether the policies say the contrary: what an administrator forbade by name stays forbidden. */
    boolean isForbiddenIn(Json policies) {
        return !item && JsonTree.find(policies, path).isPresent() && !isIn(policies);
    }

    /** 1 for allowed and so on; 0 for what is no such setting. */
    private static int mode(Json setting) {
        return JsonTree.find(setting, List.of("installation_mode"))
                .map(mode -> mode instanceof Json.Text text ? MODES.indexOf(text.value()) + 1 : 0)
                .orElse(0);
    }

    Json addTo(Json policies) {
        return item ? JsonTree.withItem(policies, path, value) : JsonTree.with(policies, path, value);
    }

    Json takeFrom(Json policies) {
        if (item) {
            return JsonTree.withoutItem(policies, path, value);
        }
        return JsonTree.find(policies, path).filter(value::equals).isPresent()
                ? JsonTree.without(policies, path)
                : policies;
    }
}
