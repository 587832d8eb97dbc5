// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.store;

import java.util.List;
import java.util.function.Supplier;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.renewal.UnreadableRecord;
import org.obnova.host.workstation.Words;

/** Whether the records of renewals can be read. A damaged one is rebuilt when its renewal goes on: it is not touched here. */
public final class JournalCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("journal", "Журнал обновлений", "Journal of renewals");

    private final Supplier<List<UnreadableRecord>> unreadable;

    /** @param unreadable the records that cannot be read */
    public JournalCheck(Supplier<List<UnreadableRecord>> unreadable) {
        this.unreadable = unreadable;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        List<UnreadableRecord> all = unreadable.get();
        if (all.isEmpty()) {
            return SUBJECT.ok("Цел.", "It is whole.");
        }
        boolean newer = all.stream().anyMatch(each -> each.fault().code() == ErrorCode.JOURNAL_NEWER);
        if (newer) {
            return SUBJECT.problem(
                    "newer",
                    new Words("Журнал записала более новая Обнова.", "A newer Obnova wrote the journal."),
                    new Words("Обновите приложение.", "Update the program."));
        }
        return SUBJECT.problem(
                "damaged",
                new Words(
                        "Повреждены записи об обновлениях: " + all.size() + ".",
                        "Records of renewals are damaged: " + all.size() + "."),
                new Words(
                        "Ключи целы. Продолжите обновление на сайте: Обнова восстановит запись по запросу и носителю.",
                        "The keys are whole. Go on with the renewal at the site: Obnova rebuilds the record from request and medium."));
    }
}
