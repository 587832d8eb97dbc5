// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.obnova.host.storage.token.module.FoundModule;

/** Leaves each token once, where several modules show it: the vendor's own module counts, else the one found first. */
final class Doubles {
    private record Shown(FoundModule module, SeenToken token) {
        boolean byItsVendor() {
            return module.isNamed(token.profile().modules());
        }
    }

    private final List<Shown> all = new ArrayList<>();

    void add(FoundModule module, SeenToken token) {
        Shown shown = new Shown(module, token);
        for (int i = 0; i < all.size(); i++) {
            if (areOne(all.get(i), shown)) {
                if (shown.byItsVendor() && !all.get(i).byItsVendor()) {
                    all.set(i, shown);
                }
                return;
            }
        }
        all.add(shown);
    }

    List<SeenToken> once() {
        return all.stream().map(Shown::token).toList();
    }

    /** Another vendor's module names the model in its own words: then serial number and reader tell. In one module each slot is a token of its own. */
    private static boolean areOne(Shown one, Shown other) {
        if (one.token().isSame(other.token())) {
            return true;
        }
        String serial = plain(one.token().token().serial());
        String reader = plain(one.token().slot().description());
        return !one.module().equals(other.module())
                && !serial.isEmpty()
                && serial.equals(plain(other.token().token().serial()))
                && !reader.isEmpty()
                && reader.equals(plain(other.token().slot().description()));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+", "");
    }
}
