// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.obnova.host.personalstore.nss.NssRoots;
import org.obnova.host.personalstore.nss.NssRoots.Trust;

/** What was set up for a browser, a profile or a service that is not there any more: it can only be undone. */
final class Leftover implements Target {
    private final String id;
    private final Scope scope;
    private final NssRoots nss;
    private final Surroundings around;

    Leftover(String id, Scope scope, NssRoots nss, Surroundings around) {
        this.id = id;
        this.scope = scope;
        this.nss = nss;
        this.around = around;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public TargetKind kind() {
        return Arrays.stream(TargetKind.values())
                .filter(kind -> id.startsWith(kind.wireName() + "."))
                .findFirst()
                .orElse(TargetKind.HOST_MANIFEST);
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public Words title() {
        return new Words(id, id);
    }

    @Override
    public TargetState check() {
        return TargetState.of(
                Status.NOT_APPLICABLE,
                "Программы, для которой это настроено, больше нет.",
                "The program that this was set up for is not there any more.");
    }

    @Override
    public List<Change> plan(Direction direction) {
        List<Change> changes = new ArrayList<>();
        if (direction == Direction.UNINSTALL) {
            Words back = new Words("Вернуть как было до настройки", "As it was before the setup");
            around.ledger()
                    .files(id)
                    .forEach(note -> changes.add(new Change(
                            note.before() == null ? ChangeKind.REMOVE : ChangeKind.RESTORE,
                            around.root().shown(note.file()),
                            back)));
            around.ledger()
                    .roots(id)
                    .forEach(note -> changes.add(
                            new Change(ChangeKind.DISTRUST, around.root().shown(Path.of(note.store())), back)));
            changes.addAll(SitesTarget.undoing(id, around));
        }
        return changes;
    }

    @Override
    public void install() {
        // There is nothing to set it up for.
    }

    @Override
    public void uninstall() {
        for (RootNote note : around.ledger().roots(id)) {
            Path store = Path.of(note.store());
            if (Files.exists(store.resolve("cert9.db"))) {
                if (note.present()) {
                    Trust before = new Trust(note.trust(), note.mail(), note.code());
                    nss.trust(store, note.certificate(), "", before);
                } else {
                    nss.remove(store, note.certificate());
                }
            }
            around.ledger().drop(note);
        }
        around.ledger().values(id).reversed().forEach(around.keys()::restore);
        for (FileNote note : around.ledger().files(id).reversed()) {
            if (note.ours().isEmpty() || id.startsWith("roots.nss.")) {
                around.kept().forget(id, note.file()); // A database that another program uses.
            } else {
                around.kept().restore(id, note.file());
            }
        }
    }
}
