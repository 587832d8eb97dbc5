// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.workstation.registry.RegistryFile;

/**
 * Tells browsers of Windows where the host is, for one person: a manifest in a folder of ours, and a key of the registry that names it (Chromium: "Native messaging", Mozilla: "Native manifests"). Not tried on Windows.
 */
final class WindowsManifest implements Target {
    private static final String PERSON = "HKEY_CURRENT_USER\\";
    private static final String COMPUTER = "HKEY_LOCAL_MACHINE\\";
    private static final String FORBIDDEN = "dword:00000000";

    private final Browser browser;
    private final String title;
    private final Path file;
    private final Path launcher;
    private final ManifestText wanted;
    private final Surroundings around;

    /**
     * @param sharing browsers that read the same key
     * @param folder of the person's manifests
     * @param launcher the host's program
     */
    WindowsManifest(List<Browser> sharing, Path folder, Path launcher, Extensions extensions, Surroundings around) {
        this.browser = sharing.getFirst();
        this.title = String.join(", ", sharing.stream().map(Browser::name).toList());
        this.file = folder.resolve(browser.id() + ".json");
        this.launcher = launcher;
        this.wanted = ManifestText.of(browser.family(), launcher.toString(), extensions);
        this.around = around;
    }

    @Override
    public String id() {
        return "host-manifest." + browser.id();
    }

    @Override
    public TargetKind kind() {
        return TargetKind.HOST_MANIFEST;
    }

    @Override
    public Scope scope() {
        return Scope.USER;
    }

    @Override
    public Words title() {
        return new Words(title, title);
    }

    private String key() {
        return browser.registry().manifests() + "\\" + ManifestText.NAME;
    }

    @Override
    public TargetState check() {
        Optional<String> persons = around.keys().now(PERSON + key(), "");
        if (persons.isEmpty() && isReady(around.keys().now(COMPUTER + key(), ""))) {
            return TargetState.of(
                    Status.NOT_APPLICABLE,
                    "Браузер знает, где приложение Обнова: это настроено для всех пользователей.",
                    "The browser knows where the Obnova application is: it is set up for all users.");
        }
        if (isForbidden()) {
            return TargetState.of(
                            Status.BLOCKED,
                            "Администратор разрешил браузеру только приложения, установленные для всех пользователей.",
                            "The administrator lets the browser use only applications that are set up for all users.")
                    .with(
                            "Попросите администратора установить приложение Обнова для всех пользователей.",
                            "Ask the administrator to install the Obnova application for all users.");
        }
        if (isReady(persons)) {
            return TargetState.of(
                    Status.READY,
                    "Браузер знает, где приложение Обнова.",
                    "The browser knows where the Obnova application is.");
        }
        return persons.isEmpty()
                ? TargetState.of(
                        Status.MISSING,
                        "Браузер не знает, где приложение Обнова.",
                        "The browser does not know where the Obnova application is.")
                : TargetState.of(
                        Status.OUTDATED,
                        "Браузер ищет приложение Обнова в другом месте, или оно не пустит это расширение.",
                        "The browser looks for the Obnova application elsewhere, or it would not let this extension in.");
    }

    /** The policy NativeMessagingUserLevelHosts of Chromium. */
    private boolean isForbidden() {
        return browser.family() == Browser.Family.CHROMIUM
                && around.keys()
                        .now(COMPUTER + browser.registry().policies(), "NativeMessagingUserLevelHosts")
                        .equals(Optional.of(FORBIDDEN));
    }

    /** Whether what the key names leads to this host. */
    private boolean isReady(Optional<String> value) {
        try {
            Path manifest = Path.of(value.map(RegistryFile::plain).orElse(""));
            return KeptFiles.read(manifest)
                    .flatMap(content -> ManifestText.read(content, browser.family()))
                    .filter(found -> isThisHost(manifest, found.path()))
                    .filter(found -> found.allowed().containsAll(wanted.allowed()))
                    .isPresent();
        } catch (InvalidPathException | Fault e) {
            return false; // It names what no browser can read either.
        }
    }

    /** On Windows a manifest may name its host from its own folder. */
    private boolean isThisHost(Path manifest, String path) {
        Path named = manifest.resolveSibling(path).normalize();
        return path.equals(launcher.toString())
                || named.equals(launcher)
                || (Files.exists(named) && KeptFiles.real(named).equals(KeptFiles.real(launcher)));
    }

    @Override
    public List<Change> plan(Direction direction) {
        List<Change> changes = new ArrayList<>();
        if (direction == Direction.UNINSTALL) {
            around.ledger().values(id()).forEach(note -> changes.add(change(ChangeKind.REMOVE, note.key())));
            around.ledger()
                    .files(id())
                    .forEach(note ->
                            changes.add(change(ChangeKind.REMOVE, around.root().shown(file))));
            return changes;
        }
        Status now = check().status();
        if (!(now.isSettled() || now == Status.BLOCKED)) {
            changes.add(change(
                    Files.exists(file) ? ChangeKind.MERGE : ChangeKind.CREATE,
                    around.root().shown(file)));
            changes.add(change(now == Status.MISSING ? ChangeKind.CREATE : ChangeKind.MERGE, PERSON + key()));
        }
        return changes;
    }

    private Change change(ChangeKind kind, String place) {
        return new Change(
                kind,
                place,
                kind == ChangeKind.REMOVE
                        ? new Words("Вернуть как было до настройки", "As it was before the setup")
                        : new Words(
                                "Сообщить браузеру, где приложение Обнова: " + launcher,
                                "Tell the browser where the Obnova application is: " + launcher));
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
        if (now.isSettled()) {
            return;
        }
        around.kept().write(id(), file, wanted.write(browser.family()));
        around.keys().write(id(), PERSON + key(), "", RegistryFile.text(file.toString()));
        if (check().status() != Status.READY) {
            throw new Fault(ErrorCode.TARGET_UNVERIFIED, "not ready after install", Map.of("place", key()), null);
        }
    }

    /** The key first: it never names a file that is gone. */
    @Override
    public void uninstall() {
        around.ledger().values(id()).reversed().forEach(around.keys()::restore);
        around.ledger().files(id()).reversed().forEach(note -> around.kept().restore(id(), note.file()));
    }
}
