// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.nio.file.Files;
import java.util.Optional;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.workstation.Words;

/** Whether the administrator's policies let a browser use the extension and the host. Only the administrator can change that. */
public final class PolicyCheck implements DiagnosticCheck {
    private final BrowserPlaces browser;
    private final BrowserPolicies policies;
    private final Subject subject;

    /** Of one browser. */
    public PolicyCheck(BrowserPlaces browser) {
        this.browser = browser;
        this.policies = BrowserPolicies.of(browser);
        this.subject = new Subject(
                "policy." + browser.id(), "Политики браузера: " + browser.name(), "Policies: " + browser.name());
    }

    @Override
    public String id() {
        return subject.id();
    }

    @Override
    public Finding run() {
        Optional<String> host = policies.blocksHost();
        if (host.isPresent()) {
            return subject.problem(
                    "host-blocked",
                    new Words(
                            "Политика администратора запрещает браузеру запускать приложение Обнова: " + host.get()
                                    + ".",
                            "The administrator's policy forbids the browser to start Obnova's host: " + host.get()
                                    + "."),
                    new Words(
                            "Попросите администратора добавить org.obnova.host в NativeMessagingAllowlist.",
                            "Ask the administrator to add org.obnova.host to NativeMessagingAllowlist."));
        }
        Optional<String> extension = policies.blocksExtension();
        if (extension.isPresent()) {
            return subject.problem(
                    "extension-blocked",
                    new Words(
                            "Политика администратора запрещает расширение Обновы: " + extension.get() + ".",
                            "The administrator's policy forbids Obnova's extension: " + extension.get() + "."),
                    new Words(
                            "Попросите администратора разрешить расширение Обновы.",
                            "Ask the administrator to allow Obnova's extension."));
        }
        boolean onlyPersonal = browser.systemManifests().stream().noneMatch(Files::exists)
                && browser.personalManifests().stream().anyMatch(Files::exists);
        if (!policies.allowsPersonalHosts() && onlyPersonal) {
            return subject.problem(
                    "personal-hosts-blocked",
                    new Words(
                            "Политика администратора не принимает приложения, установленные для одного человека"
                                    + " (NativeMessagingUserLevelHosts).",
                            "The administrator's policy takes no hosts that are installed for one person"
                                    + " (NativeMessagingUserLevelHosts)."),
                    new Words(
                            "Попросите администратора установить Обнову для всего компьютера.",
                            "Ask the administrator to install Obnova for the whole computer."));
        }
        return subject.ok("Политики не мешают.", "The policies are not in the way.");
    }
}
