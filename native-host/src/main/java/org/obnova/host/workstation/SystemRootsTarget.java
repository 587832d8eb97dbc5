// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** The service's root certificates among those that all programs of the system trust. */
final class SystemRootsTarget implements Target {
    static final String ID = "roots.system";

    private final SystemStore store;
    private final String service;
    private final List<RootCertificate> roots;
    private final SystemTools tools;
    private final Surroundings around;

    SystemRootsTarget(
            SystemStore store, String service, List<RootCertificate> roots, SystemTools tools, Surroundings around) {
        this.store = store;
        this.service = service;
        this.roots = List.copyOf(roots);
        this.tools = tools;
        this.around = around;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public TargetKind kind() {
        return TargetKind.ROOTS;
    }

    @Override
    public Scope scope() {
        return Scope.SYSTEM;
    }

    @Override
    public Words title() {
        return new Words("Корневые сертификаты: система", "Root certificates: the system");
    }

    SystemStore store() {
        return store;
    }

    List<RootCertificate> roots() {
        return roots;
    }

    Path file(RootCertificate root) {
        return store.folder().resolve("obnova-" + service + "-" + root.shortId() + store.ending());
    }

    @Override
    public TargetState check() {
        if (roots.isEmpty()) {
            return TargetState.of(
                    Status.NOT_APPLICABLE, "У сервиса нет корневых сертификатов.", "There are no roots of a service.");
        }
        for (RootCertificate each : roots) {
            if (!store.trusts(each)) {
                return TargetState.of(
                        Status.MISSING,
                        "Система не доверяет сертификату «" + each.name() + "».",
                        "The system does not trust “" + each.name() + "”.");
            }
        }
        return TargetState.of(
                Status.READY,
                "Система доверяет сертификатам сервиса.",
                "The system trusts the service’s certificates.");
    }

    @Override
    public List<Change> plan(Direction direction) {
        List<Change> changes = new ArrayList<>();
        switch (direction) {
            case INSTALL ->
                roots.stream()
                        .filter(each -> !store.trusts(each))
                        .forEach(each -> changes.add(new Change(
                                ChangeKind.CREATE, around.root().shown(file(each)), RootWords.trustedBySystem(each))));
            case UNINSTALL ->
                around.ledger()
                        .files(id())
                        .forEach(note -> changes.add(new Change(
                                ChangeKind.REMOVE,
                                around.root().shown(note.file()),
                                new Words("Удалить сертификат", "Remove the certificate"))));
        }
        if (!changes.isEmpty()) {
            changes.add(new Change(
                    ChangeKind.RUN,
                    around.root().shown(Path.of(store.command().getFirst())),
                    new Words("Собрать сертификаты заново", "Gather the certificates anew")));
        }
        return changes;
    }

    @Override
    public void install() {
        if (roots.stream().allMatch(store::trusts)) {
            return;
        }
        for (RootCertificate each : roots) {
            if (!store.trusts(each)) {
                around.kept().write(id(), file(each), each.pem().getBytes(StandardCharsets.US_ASCII));
            }
        }
        tools.run(store.command());
        for (RootCertificate each : roots) {
            if (!store.trusts(each)) {
                throw unverified();
            }
        }
    }

    @Override
    public void uninstall() {
        List<FileNote> notes = around.ledger().files(id());
        if (notes.isEmpty()) {
            return;
        }
        // The record is dropped last: a crash in between is undone by the next uninstall.
        notes.forEach(note -> around.kept().removeOurs(note));
        List<String> command = new ArrayList<>(store.command());
        command.addAll(store.anew());
        tools.run(command);
        notes.forEach(note -> around.kept().forget(id(), note.file()));
    }

    private Fault unverified() {
        return new Fault(
                ErrorCode.TARGET_UNVERIFIED,
                "the bundle does not have the root",
                Map.of("place", around.root().shown(store.bundle())),
                null);
    }
}
