// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Json;

/**
 * A browser's managed policies. What an administrator has set is merged with: a policy that a file of theirs has is added to in that file, since the browser takes the whole policy from one file; the others go to
 * a file of ours.
 */
final class PolicyTarget implements Target {
    private static final Json EMPTY = new Json.Members(Map.of());

    private final String id;
    private final Words title;
    private final Path own;
    private final Optional<Path> otherwise;
    private final List<PolicyWish> wishes;
    private final List<PolicyWish> forbidden;
    private final Map<Path, byte[]> beside;
    private final Surroundings around;

    /**
     * @param own the file of ours, in the folder of policies
     * @param otherwise of a browser that reads that file alone: the one that it reads where that is not there; empty: the browser reads all files of the folder
     * @param forbidden items with which an administrator forbids by name what is wished
     * @param beside files that the policies name
     */
    PolicyTarget(
            String id,
            Words title,
            Path own,
            Optional<Path> otherwise,
            List<PolicyWish> wishes,
            List<PolicyWish> forbidden,
            Map<Path, byte[]> beside,
            Surroundings around) {
        this.id = id;
        this.title = title;
        this.own = own;
        this.otherwise = otherwise;
        this.wishes = List.copyOf(wishes);
        this.forbidden = List.copyOf(forbidden);
        this.beside = new LinkedHashMap<>(beside);
        this.around = around;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public TargetKind kind() {
        return TargetKind.POLICY;
    }

    @Override
    public Scope scope() {
        return Scope.SYSTEM;
    }

    @Override
    public Words title() {
        return title;
    }

    Path own() {
        return own;
    }

    Map<Path, byte[]> beside() {
        return beside;
    }

    /** What stands in the file of ours where there is no other. */
    byte[] content() {
        Json all = EMPTY;
        for (PolicyWish each : wishes) {
            all = each.addTo(all);
        }
        return JsonPage.write(all);
    }

    private PolicyFolder now() {
        return otherwise.map(other -> PolicyFolder.alone(own, other)).orElseGet(() -> PolicyFolder.read(folder()));
    }

    private Path folder() {
        return java.util.Objects.requireNonNull(own.getParent(), "a file in a folder");
    }

    @Override
    public TargetState check() {
        Json whole = now().whole();
        Optional<PolicyWish> no = blocking(whole);
        if (no.isPresent()) {
            return TargetState.of(
                            Status.BLOCKED,
                            "Администратор запретил это правилом " + name(no.get()) + ".",
                            "The administrator forbids this by the policy " + name(no.get()) + ".")
                    .with(
                            "Покажите это администратору: " + around.root().shown(folder()) + ".",
                            "Show this to the administrator: " + around.root().shown(folder()) + ".");
        }
        List<String> missing = wishes.stream()
                .filter(each -> !each.isIn(whole))
                .map(PolicyTarget::name)
                .distinct()
                .toList();
        if (missing.isEmpty() && beside.keySet().stream().allMatch(this::isThere)) {
            return TargetState.of(Status.READY, "Правила браузера настроены.", "The browser’s policies are set.");
        }
        boolean some = missing.size()
                < wishes.stream().map(PolicyTarget::name).distinct().count();
        String names = String.join(", ", missing);
        return TargetState.of(
                some ? Status.OUTDATED : Status.MISSING,
                "Правила браузера не настроены: " + names + ".",
                "The browser’s policies are not set: " + names + ".");
    }

    private boolean isThere(Path file) {
        return KeptFiles.read(file)
                .map(now -> java.util.Arrays.equals(now, beside.get(file)))
                .orElse(false);
    }

    private Optional<PolicyWish> blocking(Json whole) {
        return forbidden.stream()
                .filter(each -> each.isIn(whole))
                .findFirst()
                .or(() -> wishes.stream()
                        .filter(each -> each.isForbiddenIn(whole))
                        .findFirst());
    }

    /** The policy's name, as its documentation has it. */
    private static String name(PolicyWish wish) {
        return wish.path().stream()
                .filter(each -> !each.equals("policies"))
                .findFirst()
                .orElse("");
    }

    @Override
    public List<Change> plan(Direction direction) {
        List<Change> changes = new ArrayList<>();
        switch (direction) {
            case INSTALL -> {
                PolicyFolder now = now();
                if (blocking(now.whole()).isPresent()) {
                    return List.of();
                }
                beside.keySet().stream()
                        .filter(file -> !isThere(file))
                        .forEach(file -> changes.add(change(
                                ChangeKind.CREATE,
                                file,
                                new Words("Корневой сертификат сервиса", "A root certificate of the service"))));
                for (PolicyWish each : wishes) {
                    if (!each.isIn(now.whole())) {
                        Path file = now.fileOf(each.path().getFirst()).orElse(own);
                        changes.add(
                                change(Files.exists(file) ? ChangeKind.MERGE : ChangeKind.CREATE, file, each.detail()));
                    }
                }
            }
            case UNINSTALL ->
                around.ledger()
                        .files(id)
                        .forEach(note -> changes.add(change(
                                note.before() == null ? ChangeKind.REMOVE : ChangeKind.RESTORE,
                                note.file(),
                                new Words("Вернуть как было до настройки", "As it was before the setup"))));
        }
        return changes;
    }

    private Change change(ChangeKind kind, Path file, Words detail) {
        return new Change(kind, around.root().shown(file), detail);
    }

    @Override
    public void install() {
        PolicyFolder now = now();
        Optional<PolicyWish> no = blocking(now.whole());
        if (no.isPresent()) {
            throw new Fault(ErrorCode.TARGET_BLOCKED, "forbidden by name", Map.of("place", name(no.get())), null);
        }
        beside.forEach((file, content) -> around.kept().write(id, file, content));
        Map<Path, Json> changed = new LinkedHashMap<>();
        for (PolicyWish each : wishes) {
            if (!each.isIn(now.whole())) {
                Path file = now.fileOf(each.path().getFirst()).orElse(own);
                Json there = changed.getOrDefault(file, now.files().getOrDefault(file, EMPTY));
                changed.put(file, added(each, there, file));
            }
        }
        changed.forEach((file, content) -> around.kept().write(id, file, JsonPage.write(content)));
        Json whole = now().whole();
        if (!wishes.stream().allMatch(each -> each.isIn(whole))) {
            throw unverified();
        }
    }

    private static Json added(PolicyWish wish, Json there, Path file) {
        try {
            return wish.addTo(there);
        } catch (IllegalArgumentException e) {
            throw new Fault(
                    ErrorCode.TARGET_UNREADABLE,
                    "a policy is of another form than the browser's documentation says",
                    Map.of("place", file.toString()),
                    e);
        }
    }

    @Override
    public void uninstall() {
        for (FileNote note : around.ledger().files(id).reversed()) {
            try {
                around.kept().restore(id, note.file());
            } catch (Fault e) {
                if (e.code() != ErrorCode.TARGET_CHANGED_SINCE || beside.containsKey(note.file())) {
                    throw e;
                }
                takeOurs(note);
            }
        }
    }

    /** Somebody else has changed the file since: what they have set stays, what we added goes. */
    private void takeOurs(FileNote note) {
        Json now = PolicyFolder.read(note.file(), KeptFiles.read(note.file()).orElse(new byte[0]));
        byte[] former = note.before();
        Json before = former == null ? EMPTY : PolicyFolder.read(note.file(), former);
        Json left = now;
        for (PolicyWish each : wishes) {
            boolean theirs = each.item()
                    ? JsonTree.has(before, each.path(), each.value())
                    : JsonTree.find(before, each.path()).isPresent();
            if (!theirs) {
                left = each.takeFrom(left);
            }
        }
        if (former == null && left.equals(EMPTY)) {
            around.kept().removeAndForget(id, note.file());
        } else {
            around.kept().replaceAndForget(id, note.file(), left.equals(now) ? null : JsonPage.write(left));
        }
    }

    private Fault unverified() {
        return new Fault(
                ErrorCode.TARGET_UNVERIFIED,
                "the policies do not say what was written",
                Map.of("place", around.root().shown(folder())),
                null);
    }
}
