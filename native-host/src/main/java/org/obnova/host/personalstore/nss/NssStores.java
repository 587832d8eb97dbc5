// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import java.util.List;
import java.util.function.Supplier;
import org.obnova.host.personalstore.PersonalStore;

/** The stores that NSS keeps for this person's programs. */
public final class NssStores implements Supplier<List<PersonalStore>> {
    private final NssPlaces places;
    private final NssProcess process;

    /** Found anew each time. */
    public NssStores(NssPlaces places, NssProcess process) {
        this.places = places;
        this.process = process;
    }

    @Override
    public List<PersonalStore> get() {
        return places.databases().stream()
                .<PersonalStore>map(each -> new NssStore(each, process))
                .toList();
    }
}
