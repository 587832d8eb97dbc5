// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Json;

/** Tells a browser where the host is: a manifest in each folder where it looks. */
final class HostManifest implements Target {
    private final String id;
    private final Scope scope;
    private final Browser browser;
    private final Words title;
    private final List<Path> folders;
    private final Path launcher;
    private final ManifestText wanted;
    private final Optional<HostManifest> everybodys;
    private final Surroundings around;

    /**
     * @param launcher the host's program, as the computer names it
     * @param everybodys of one person's: that of the same browser for all persons
     */
    HostManifest(
            String id,
            Scope scope,
            Browser browser,
            String title,
            List<Path> folders,
            Path launcher,
            Extensions extensions,
            Optional<HostManifest> everybodys,
            Surroundings around) {
        this.id = id;
        this.scope = scope;
        this.browser = browser;
        this.title = new Words(title, title);
        this.folders = List.copyOf(folders);
        this.launcher = launcher;
        this.wanted = ManifestText.of(browser.family(), launcher.toString(), extensions);
        this.everybodys = everybodys;
        this.around = around;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public TargetKind kind() {
        return TargetKind.HOST_MANIFEST;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public Words title() {
        return title;
    }

    /** The files of the manifest, and what shall stand in each: for the file of setup. */
    List<Path> files() {
        return folders.stream()
                .map(each -> each.resolve(ManifestText.NAME + ".json"))
                .toList();
    }

    byte[] content() {
        return wanted.write(browser.family());
    }

    Browser browser() {
        return browser;
    }

    @Override
    public TargetState check() {
        if (scope == Scope.USER && files().stream().allMatch(Files::notExists)) {
            if (everybodys.isPresent() && everybodys.get().check().status() == Status.READY) {
                return TargetState.of(
                        Status.NOT_APPLICABLE,
                        "Браузер знает, где приложение Обнова: это настроено для всех пользователей.",
                        "The browser knows where the Obnova application is: it is set up for all users.");
            }
        }
        if (scope == Scope.USER && isForbidden()) {
            return TargetState.of(
                            Status.BLOCKED,
                            "Администратор разрешил браузеру только приложения, установленные для всех пользователей.",
                            "The administrator lets the browser use only applications that are set up for all users.")
                    .with(
                            "Попросите администратора выполнить: sudo obnova-host workstation install --system",
                            "Ask the administrator to run: sudo obnova-host workstation install --system");
        }
        TargetState worst = TargetState.of(
                Status.READY,
                "Браузер знает, где приложение Обнова.",
                "The browser knows where the Obnova application is.");
        for (Path file : files()) {
            TargetState state = state(file);
            if (state.status() != Status.READY) {
                worst = state;
            }
        }
        return worst;
    }

    /** The policy NativeMessagingUserLevelHosts of Chromium. */
    private boolean isForbidden() {
        return browser.policies().stream()
                .anyMatch(folder -> JsonTree.find(
                                PolicyFolder.read(folder).whole(), List.of("NativeMessagingUserLevelHosts"))
                        .filter(new Json.Truth(false)::equals)
                        .isPresent());
    }

    private TargetState state(Path file) {
        Optional<byte[]> content = KeptFiles.read(file);
        if (content.isEmpty()) {
            return TargetState.of(
                    Status.MISSING,
                    "Браузер не знает, где приложение Обнова: нет файла " + shown(file) + ".",
                    "The browser does not know where the Obnova application is: there is no " + shown(file) + ".");
        }
        Optional<ManifestText> manifest = ManifestText.read(content.get(), browser.family());
        if (manifest.isEmpty()) {
            return TargetState.of(
                    Status.DIFFERS,
                    "Браузер не поймёт файл " + shown(file) + ".",
                    "The browser will not understand " + shown(file) + ".");
        }
        if (!isThisHost(manifest.get().path())) {
            return TargetState.of(
                    Status.OUTDATED,
                    "Браузер ищет приложение Обнова в другом месте: "
                            + manifest.get().path() + ".",
                    "The browser looks for the Obnova application elsewhere: "
                            + manifest.get().path() + ".");
        }
        if (!manifest.get().allowed().containsAll(wanted.allowed())) {
            return TargetState.of(
                    Status.OUTDATED,
                    "Файл " + shown(file) + " не пускает это расширение.",
                    shown(file) + " does not let this extension in.");
        }
        return TargetState.of(Status.READY, "", "");
    }

    /** A link to the host is the host: packages put one on the search path. */
    private boolean isThisHost(String path) {
        if (path.equals(launcher.toString())) {
            return true;
        }
        Path there = around.root().at(path);
        return Files.exists(there)
                && KeptFiles.real(there).equals(KeptFiles.real(around.root().at(launcher.toString())));
    }

    @Override
    public List<Change> plan(Direction direction) {
        List<Change> changes = new ArrayList<>();
        Status now = check().status();
        if (direction == Direction.INSTALL && (now == Status.NOT_APPLICABLE || now == Status.BLOCKED)) {
            return List.of();
        }
        for (Path file : files()) {
            switch (direction) {
                case INSTALL -> {
                    if (state(file).status() != Status.READY) {
                        changes.add(change(
                                Files.exists(file) ? ChangeKind.MERGE : ChangeKind.CREATE,
                                file,
                                "Сообщить браузеру, где приложение Обнова: " + launcher,
                                "Tell the browser where the Obnova application is: " + launcher));
                    }
                }
                case UNINSTALL -> {
                    if (around.kept().isNoted(id, file)) {
                        changes.add(
                                around.kept().before(id, file).isPresent()
                                        ? change(
                                                ChangeKind.RESTORE,
                                                file,
                                                "Вернуть прежний файл",
                                                "Put the former file back")
                                        : change(ChangeKind.REMOVE, file, "Удалить файл", "Remove the file"));
                    }
                }
            }
        }
        return changes;
    }

    private Change change(ChangeKind kind, Path file, String russian, String english) {
        return new Change(kind, shown(file), new Words(russian, english));
    }

    @Override
    public void install() {
        Status now = check().status();
        if (now == Status.BLOCKED) {
            throw new Fault(
                    ErrorCode.TARGET_BLOCKED,
                    "manifests of one person are off",
                    Map.of("place", "NativeMessagingUserLevelHosts"),
                    null);
        }
        if (now == Status.NOT_APPLICABLE) {
            return;
        }
        for (Path file : files()) {
            if (state(file).status() != Status.READY) {
                around.kept().write(id, file, content());
            }
            if (state(file).status() != Status.READY) {
                throw new Fault(
                        ErrorCode.TARGET_UNVERIFIED, "not ready after install", Map.of("place", shown(file)), null);
            }
        }
    }

    @Override
    public void uninstall() {
        for (Path file : files()) {
            byte[] before = around.kept().before(id, file).orElse(null);
            around.kept().restore(id, file);
            byte[] now = KeptFiles.read(file).orElse(null);
            if (before != null && now != null && !Arrays.equals(before, now)) {
                throw new Fault(ErrorCode.TARGET_UNVERIFIED, "not as before", Map.of("place", shown(file)), null);
            }
        }
    }

    private String shown(Path file) {
        return around.root().shown(file);
    }
}
