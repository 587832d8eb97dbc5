// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.obnova.host.diagnostics.Examined;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.diagnostics.report.ReportPrompt;
import org.obnova.host.diagnostics.report.SupportReport;
import org.obnova.host.settings.Origin;
import org.obnova.host.site.SitePrompt;
import org.obnova.host.site.SitePrompt.Doubt;
import org.obnova.host.site.SitePrompt.Newcomer;
import org.obnova.host.workstation.Words;

/** Sites that would be added, and reports for support. */
final class SampleCare {
    private SampleCare() {}

    static String site(SitePrompt prompt, SampleTask task, String kind) {
        prompt.confirm(
                task,
                switch (kind) {
                    case "international" ->
                        new Newcomer(new Origin("https://xn--e1aybc.xn--p1ai:8443"), "тест.рф", List.of(), null);
                    case "forged" ->
                        new Newcomer(
                                new Origin("https://extern.xn--bnova-iye.org"),
                                "extern.оbnova.org",
                                List.of(Doubt.MIXED_LETTERS, Doubt.LOOKS_LIKE_LISTED),
                                "https://extern.obnova.org");
                    default -> new Newcomer(new Origin("https://portal.example"), "portal.example", List.of(), null);
                });
        return "ADDED";
    }

    static String report(ReportPrompt prompt, SampleTask task, String kind) {
        List<Examined> findings = new ArrayList<>();
        Subject subject = new Subject(
                "host-manifest.chromium",
                "Связь браузера с приложением: Chromium",
                "Registration of the host: Chromium");
        findings.add(new Examined(
                subject.problem(
                        "missing",
                        new Words(
                                "Файл /home/anna/.config/chromium/x.json не найден.",
                                "/home/anna/.config/chromium/x.json is not there."),
                        new Words("", "")),
                true,
                null));
        for (int i = 0; kind.equals("long") && i < 30; i++) {
            findings.add(new Examined(subject.ok("Зарегистрировано.", "Registered."), false, null));
        }
        String text = new SupportReport("/home/anna", List.of("anna"))
                .text(
                        findings,
                        new SupportReport.Facts(
                                List.of("obnova-host: 0.1.0, protocol 1"),
                                kind.equals("long") ? List.of("sites: 3", "module: /home/anna/lib.so") : List.of(),
                                List.of()),
                        Instant.parse("2027-03-01T10:00:00Z"),
                        task.language());
        prompt.confirm(task, kind.equals("long") ? text : text.lines().limit(6).reduce("", (a, b) -> a + b + "\n"));
        return "GIVEN";
    }
}
