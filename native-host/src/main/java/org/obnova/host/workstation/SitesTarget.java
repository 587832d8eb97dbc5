// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * The service's sites in Windows' zone of trusted sites, for one person: a value of the registry for each exact https host. The settings of zones, ActiveX among them, are not touched. Not tried on Windows.
 */
final class SitesTarget implements Target {
    static final String ID = "sites.windows";

    /** Zones: 1 intranet, 2 trusted, 3 internet, 4 restricted sites (Microsoft, "Internet Explorer security zones registry entries for advanced users"). */
    private static final String RESTRICTED = "dword:00000004";

    /** With it Windows takes the zones from the administrator alone. */
    private static final String POLICY =
            "HKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

    private static final String COMPUTER_ONLY = "Security_HKLM_only";

    private final List<TrustedSites> sites;
    private final Surroundings around;

    SitesTarget(List<TrustedSites> sites, Surroundings around) {
        this.sites = List.copyOf(sites);
        this.around = around;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public TargetKind kind() {
        return TargetKind.SITES;
    }

    @Override
    public Scope scope() {
        return Scope.USER;
    }

    @Override
    public Words title() {
        return new Words("Надёжные сайты Windows", "Trusted sites of Windows");
    }

    private Optional<String> zone(TrustedSites site) {
        return around.keys().now(site.fullKey(), TrustedSites.SCHEME);
    }

    private boolean isTrusted(TrustedSites site) {
        return zone(site).equals(Optional.of(TrustedSites.ZONE));
    }

    @Override
    public TargetState check() {
        if (isForComputersOnly()) {
            return TargetState.of(
                            Status.BLOCKED,
                            "Надёжные сайты на этом компьютере назначает администратор.",
                            "On this computer the administrator decides which sites are trusted.")
                    .with(
                            "Попросите администратора добавить сайты сервиса: " + names(sites) + ".",
                            "Ask the administrator to add the service’s sites: " + names(sites) + ".");
        }
        List<TrustedSites> forbidden = restricted();
        if (!forbidden.isEmpty()) {
            return TargetState.of(
                            Status.BLOCKED,
                            "Среди опасных сайтов Windows: " + names(forbidden) + ".",
                            "Among Windows’ restricted sites: " + names(forbidden) + ".")
                    .with(
                            "Если это сделали не вы, спросите администратора.",
                            "If it was not you, ask the administrator.");
        }
        List<TrustedSites> left =
                sites.stream().filter(each -> !isTrusted(each)).toList();
        if (left.isEmpty()) {
            return TargetState.of(
                    Status.READY,
                    "Сайты сервиса — среди надёжных сайтов Windows.",
                    "The service’s sites are among the trusted sites of Windows.");
        }
        boolean other = left.stream().anyMatch(each -> zone(each).isPresent());
        return TargetState.of(
                other ? Status.DIFFERS : Status.MISSING,
                "Не среди надёжных сайтов Windows: " + names(left) + ".",
                "Not among the trusted sites of Windows: " + names(left) + ".");
    }

    private boolean isForComputersOnly() {
        return around.keys().now(POLICY, COMPUTER_ONLY).equals(Optional.of("dword:00000001"));
    }

    private List<TrustedSites> restricted() {
        return sites.stream()
                .filter(each -> zone(each).equals(Optional.of(RESTRICTED)))
                .toList();
    }

    private boolean isBlocked() {
        return isForComputersOnly() || !restricted().isEmpty();
    }

    private static String names(List<TrustedSites> sites) {
        return String.join(", ", sites.stream().map(TrustedSites::address).toList());
    }

    @Override
    public List<Change> plan(Direction direction) {
        List<Change> changes = new ArrayList<>();
        switch (direction) {
            case INSTALL -> {
                for (TrustedSites each : isBlocked() ? List.<TrustedSites>of() : sites) {
                    if (!isTrusted(each)) {
                        changes.add(new Change(
                                zone(each).isPresent() ? ChangeKind.MERGE : ChangeKind.CREATE,
                                each.fullKey() + "\\" + TrustedSites.SCHEME,
                                new Words(
                                        "Добавить " + each.address() + " в надёжные сайты Windows",
                                        "Add " + each.address() + " to the trusted sites of Windows")));
                    }
                }
            }
            case UNINSTALL -> changes.addAll(undoing(id(), around));
        }
        return changes;
    }

    /** What putting a target's values of the registry back would do. */
    static List<Change> undoing(String target, Surroundings around) {
        return around.ledger().values(target).stream()
                .map(note -> new Change(
                        note.before() == null ? ChangeKind.REMOVE : ChangeKind.RESTORE,
                        note.key() + (note.name().isEmpty() ? "" : "\\" + note.name()),
                        new Words("Вернуть как было до настройки", "As it was before the setup")))
                .toList();
    }

    @Override
    public void install() {
        if (isBlocked()) {
            throw new Fault(
                    ErrorCode.TARGET_BLOCKED,
                    "sites are restricted, or the administrator's alone",
                    Map.of("place", "ZoneMap"),
                    null);
        }
        for (TrustedSites each : sites) {
            around.keys().write(id(), each.fullKey(), TrustedSites.SCHEME, TrustedSites.ZONE);
            if (!isTrusted(each)) {
                throw new Fault(
                        ErrorCode.TARGET_UNVERIFIED,
                        "the registry does not have what was written",
                        Map.of("place", each.fullKey()),
                        null);
            }
        }
    }

    @Override
    public void uninstall() {
        around.ledger().values(id()).reversed().forEach(around.keys()::restore);
    }
}
