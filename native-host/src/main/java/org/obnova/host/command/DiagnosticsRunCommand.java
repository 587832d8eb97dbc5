// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.obnova.host.diagnostics.Diagnostics;
import org.obnova.host.diagnostics.Examined;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.report.ReportPrompt;
import org.obnova.host.diagnostics.report.SupportReport;
import org.obnova.host.diagnostics.report.SupportReports;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.messaging.CareResult;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/** {@code diagnostics.run}. */
record DiagnosticsRunCommand(
        SiteAccess access,
        Supplier<Diagnostics> diagnostics,
        Supplier<ShownToPages> places,
        Supplier<SupportReports> reports,
        Supplier<ReportPrompt> prompt,
        InstantSource clock) {
    WorkResult run(Task task, Request.DiagnosticsRun request) {
        access.require(task, request.site(), Operation.DIAGNOSTICS);
        boolean trust = request.repair().stream().anyMatch(DiagnosticsRunCommand::isOfRoots) && mayTrust(task, request);
        List<Examined> all =
                diagnostics.get().run(task, check -> request.repair().contains(check) && (trust || !isOfRoots(check)));
        ShownToPages shown = places.get();
        return new CareResult.Diagnosed(
                all.stream().map(each -> finding(each, task.language(), shown)).toList(),
                request.bundle() ? bundle(task, all) : null);
    }

    private static boolean isOfRoots(String check) {
        return check.startsWith("roots.");
    }

    /** To have roots trusted is setting up the computer: without that consent they stay as they are. */
    private boolean mayTrust(Task task, Request.DiagnosticsRun request) {
        try {
            access.require(task, request.site(), Operation.WORKSTATION);
            return true;
        } catch (Fault e) {
            if (e.code() == ErrorCode.CONSENT_REFUSED) {
                return false;
            }
            throw e;
        }
    }

    private CareResult.Diagnosed.Bundle bundle(Task task, List<Examined> all) {
        Instant now = clock.instant();
        String text = reports.get().text(all, now, task.language());
        prompt.get().confirm(task, text);
        return new CareResult.Diagnosed.Bundle(
                SupportReport.name(now), Base64.getEncoder().encodeToString(SupportReport.zip(text)));
    }

    private static CareResult.Diagnosed.Finding finding(Examined examined, Language language, ShownToPages shown) {
        Finding finding = examined.finding();
        return new CareResult.Diagnosed.Finding(
                finding.check(),
                finding.verdict().wireName(),
                finding.reason(),
                finding.title().in(language),
                shown.masked(finding.detail().in(language)),
                shown.masked(finding.hint().in(language)),
                examined.repairable(),
                examined.fixed());
    }
}
