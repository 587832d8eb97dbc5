// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obnova.host.secret.Secret;
import org.obnova.host.task.Task;

/** Asks the person to which programs a certificate goes; in the host's own windows only. */
public interface PublishPrompt extends StorePassword {
    /**
     * What the window shows.
     *
     * @param holder the certificate's common name
     * @param storage where certificate and key lie
     * @param stores the programs, in the order in which they are shown
     * @param renewed whether the renewal of the site that asks has installed this certificate: only then may the window say so, and its ticks be set beforehand
     */
    record Offer(String holder, Instant notAfter, String storage, List<PersonalStore> stores, boolean renewed) {
        /** Copies the list. */
        public Offer {
            stores = List.copyOf(stores);
        }
    }

    /**
     * Asks which.
     *
     * @return those that are ticked, at least one
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}, {@code NO_DISPLAY}
     */
    List<PersonalStore> choose(Task task, Offer offer);

    @Override
    Optional<Secret> ask(Task task, PersonalStore store, int wrongBefore);
}
