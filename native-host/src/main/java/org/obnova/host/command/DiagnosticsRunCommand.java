// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.List;
import java.util.function.Supplier;
import org.obnova.host.diagnostics.Diagnostics;
import org.obnova.host.diagnostics.Examined;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.messaging.CareResult;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/** {@code diagnostics.run}. */
record DiagnosticsRunCommand(SiteAccess access, Supplier<Diagnostics> diagnostics) {
    WorkResult run(Task task, Request.DiagnosticsRun request) {
        access.require(task, request.site(), Operation.DIAGNOSTICS);
        List<Examined> all = diagnostics.get().run(task, request.repair()::contains);
        return new CareResult.Diagnosed(
                all.stream().map(each -> finding(each, task.language())).toList(), null);
    }

    private static CareResult.Diagnosed.Finding finding(Examined examined, Language language) {
        Finding finding = examined.finding();
        return new CareResult.Diagnosed.Finding(
                finding.check(),
                finding.verdict().wireName(),
                finding.reason(),
                finding.title().in(language),
                finding.detail().in(language),
                finding.hint().in(language),
                examined.repairable(),
                examined.fixed());
    }
}
