// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.store;

import java.nio.file.Path;
import java.util.Optional;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Repair;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.site.Consents;
import org.obnova.host.workstation.Words;

/** Whether the list of consents can be read. A damaged one is kept aside: then every site asks anew. */
public final class ConsentsCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("consents", "Разрешения сайтов", "Consents of sites");

    private final Path file;
    private final Consents consents;

    /** @param file of the consents */
    public ConsentsCheck(Path file, Consents consents) {
        this.file = file;
        this.consents = consents;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        try {
            int count = consents.all().size();
            return SUBJECT.ok("Читаются: " + count + ".", "They can be read: " + count + ".");
        } catch (Fault e) {
            return SUBJECT.problem(
                    "damaged",
                    new Words(
                            "Список разрешений испорчен: " + file + ".",
                            "The list of consents is damaged: " + file + "."),
                    new Words(
                            "«Исправить» отложит его в сторону, и сайты спросят разрешения заново.",
                            "«Repair» keeps it aside, and the sites ask for consent anew."));
        }
    }

    @Override
    public Optional<Repair> repair(Finding finding) {
        return Optional.of(Repair.of(() -> {
            DurableFiles files = new DurableFiles(FileActions.disk());
            files.keepAside(file);
            files.remove(file);
        }));
    }
}
