// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.personalstore.nss.NssRoots;
import org.obnova.host.personalstore.nss.NssRoots.Trust;

/** The service's root certificates in databases of NSS, trusted to name TLS servers and nothing else. */
final class NssTarget implements Target {
    private static final List<String> FILES = List.of("cert9.db", "key4.db", "pkcs11.txt");

    private final String id;
    private final Words title;
    private final List<Path> folders;
    private final List<RootCertificate> roots;
    private final NssRoots nss;
    private final Surroundings around;

    /** @param folders of databases; one that is not there is made */
    NssTarget(
            String id,
            Words title,
            List<Path> folders,
            List<RootCertificate> roots,
            NssRoots nss,
            Surroundings around) {
        this.id = id;
        this.title = title;
        this.folders = List.copyOf(folders);
        this.roots = List.copyOf(roots);
        this.nss = nss;
        this.around = around;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public TargetKind kind() {
        return TargetKind.ROOTS;
    }

    @Override
    public Scope scope() {
        return Scope.USER;
    }

    @Override
    public Words title() {
        return title;
    }

    List<RootCertificate> roots() {
        return roots;
    }

    @Override
    public TargetState check() {
        for (Path folder : folders) {
            for (RootCertificate each : roots) {
                Optional<Trust> trust = look(folder, each);
                if (trust.isEmpty()) {
                    return TargetState.of(
                            Status.MISSING,
                            "Нет корневого сертификата «" + each.name() + "».",
                            "The root certificate “" + each.name() + "” is missing.");
                }
                if (trust.get().isForbidden()) {
                    return TargetState.of(
                                    Status.BLOCKED,
                                    "Доверие к сертификату «" + each.name() + "» запрещено в этом браузере.",
                                    "This browser was told not to trust “" + each.name() + "”.")
                            .with(
                                    "Если это сделали не вы, спросите администратора.",
                                    "If it was not you, ask the administrator.");
                }
                if (!trust.get().isForServers()) {
                    return TargetState.of(
                            Status.DIFFERS,
                            "Сертификат «" + each.name() + "» есть, но ему не доверяют сайты.",
                            "“" + each.name() + "” is there, but is not trusted for sites.");
                }
            }
        }
        return TargetState.of(
                Status.READY,
                "Корневые сертификаты сервиса на месте.",
                "The service’s root certificates are in place.");
    }

    private Optional<Trust> look(Path folder, RootCertificate root) {
        return Files.exists(folder.resolve(FILES.getFirst())) ? nss.look(folder, root.der()) : Optional.empty();
    }

    @Override
    public List<Change> plan(Direction direction) {
        List<Change> changes = new ArrayList<>();
        switch (direction) {
            case INSTALL -> {
                for (Path folder : folders) {
                    for (RootCertificate each : roots) {
                        if (!look(folder, each).map(Trust::isForServers).orElse(false)) {
                            changes.add(new Change(
                                    ChangeKind.TRUST, around.root().shown(folder), RootWords.trustedForSites(each)));
                        }
                    }
                }
            }
            case UNINSTALL ->
                around.ledger()
                        .roots(id)
                        .forEach(each -> changes.add(new Change(
                                ChangeKind.DISTRUST,
                                around.root().shown(Path.of(each.store())),
                                new Words(
                                        "Вернуть прежнее доверие, SHA-256 " + each.sha256(),
                                        "Trust it as before, SHA-256 " + each.sha256()))));
        }
        return changes;
    }

    @Override
    public void install() {
        if (check().status() == Status.BLOCKED) {
            throw new Fault(ErrorCode.TARGET_BLOCKED, "a root is distrusted", Map.of("place", title.english()), null);
        }
        for (Path folder : folders) {
            boolean made = !Files.exists(folder.resolve(FILES.getFirst())) || isMadeHere(folder);
            if (made) {
                FILES.forEach(name -> around.kept().adopt(id, folder.resolve(name)));
                around.kept().makeFolder(folder);
            }
            for (RootCertificate each : roots) {
                install(folder, each);
            }
            if (made) {
                FILES.forEach(name -> around.kept().seal(id, folder.resolve(name)));
            }
        }
    }

    private void install(Path folder, RootCertificate root) {
        Optional<Trust> now = look(folder, root);
        if (now.map(Trust::isForServers).orElse(false)) {
            return;
        }
        Trust trust = now.orElse(new Trust(0, 0, 0));
        boolean noted = around.ledger().roots(id).stream().anyMatch(each -> isOf(each, folder, root));
        if (!noted) {
            around.ledger()
                    .put(new RootNote(
                            id,
                            folder.toString(),
                            root.der(),
                            now.isPresent(),
                            trust.servers(),
                            trust.mail(),
                            trust.code()));
        }
        nss.trust(
                folder,
                root.der(),
                root.name(),
                new Trust(trust.servers() | NssRoots.SERVERS.servers(), trust.mail(), trust.code()));
        if (!look(folder, root).map(Trust::isForServers).orElse(false)) {
            throw unverified(folder);
        }
    }

    @Override
    public void uninstall() {
        for (Path folder : around.ledger().roots(id).stream()
                .map(each -> Path.of(each.store()))
                .distinct()
                .toList()) {
            boolean unchanged = FILES.stream().allMatch(name -> around.kept().isOurs(id, folder.resolve(name)));
            for (RootNote note : around.ledger().roots(id)) {
                if (Path.of(note.store()).equals(folder)) {
                    if (!unchanged) {
                        undo(folder, note);
                    }
                    around.ledger().drop(note);
                }
            }
            for (String name : FILES) {
                if (unchanged) {
                    around.kept().restore(id, folder.resolve(name));
                } else {
                    around.kept().forget(id, folder.resolve(name)); // A browser uses the database: it is its own now.
                }
            }
        }
    }

    private void undo(Path folder, RootNote note) {
        RootCertificate root = RootCertificate.of(note.certificate());
        Optional<Trust> now = look(folder, root);
        if (now.isEmpty()) {
            return; // Somebody has removed it.
        }
        Trust before = new Trust(note.trust(), note.mail(), note.code());
        if (note.present()) {
            nss.trust(folder, root.der(), root.name(), before);
        } else {
            nss.remove(folder, root.der());
        }
        Optional<Trust> after = look(folder, root);
        if (note.present() ? !after.equals(Optional.of(before)) : after.isPresent()) {
            throw unverified(folder);
        }
    }

    private boolean isMadeHere(Path folder) {
        return around.kept().isOurs(id, folder.resolve(FILES.getFirst()));
    }

    private static boolean isOf(RootNote note, Path folder, RootCertificate root) {
        return Path.of(note.store()).equals(folder) && note.sha256().equals(root.sha256());
    }

    private Fault unverified(Path folder) {
        return new Fault(
                ErrorCode.TARGET_UNVERIFIED,
                "the database does not have what was put there",
                Map.of("place", around.root().shown(folder)),
                null);
    }
}
