// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.List;
import org.obnova.demo.audit.ActionCatalogue;
import org.obnova.demo.audit.AuditEntry;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.Language;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Visit;

/** The audit log, page by page, the latest first. */
final class AuditPages {
    private static final int PAGE = 50;

    private final AuditLog log;
    private final ActionCatalogue catalogue = ActionCatalogue.bundled();

    AuditPages(AuditLog log) {
        this.log = log;
    }

    void register(Routes routes) {
        routes.get("/audit", Gate.page(Duty.READ_AUDIT, this::show));
    }

    private void show(Visit visit, Colleague colleague) {
        long length = log.length();
        long before = visit.query("before")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .filter(number -> number <= length)
                .orElse(length + 1);
        long after = Math.max(0, before - 1 - PAGE);
        List<AuditEntry> entries =
                log.entries(after, (int) (before - 1 - after)).reversed();
        boolean russian = visit.texts().language() == Language.RU;
        visit.shows("audit", "");
        visit.page(
                "operator/audit",
                visit.texts().t("operator.audit"),
                new AuditView(
                        length,
                        entries.stream()
                                .map(entry -> new AuditView.Row(entry, catalogue.title(entry.action(), russian)))
                                .toList(),
                        after == 0 ? 0 : after + 1));
    }
}
