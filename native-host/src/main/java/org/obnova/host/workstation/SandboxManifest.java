// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * The manifest for a browser in a sandbox of its own (snap, flatpak). Such a browser starts nothing outside until the person has allowed it once, with a command of the sandbox's: that we name, and do not run, for it
 * loosens the sandbox. A flatpak reaches the host through a script beside the manifest. Not tried with real sandboxes.
 */
final class SandboxManifest implements Target {
    private static final String SCRIPT = "obnova-host.sh";

    private final Browser browser;
    private final Browser.Sandbox sandbox;
    private final Path launcher;
    private final Extensions extensions;
    private final Surroundings around;

    SandboxManifest(
            Browser browser, Browser.Sandbox sandbox, Path launcher, Extensions extensions, Surroundings around) {
        this.browser = browser;
        this.sandbox = sandbox;
        this.launcher = launcher;
        this.extensions = extensions;
        this.around = around;
    }

    @Override
    public String id() {
        return "host-manifest." + browser.id() + "." + sandbox.kind();
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
        String title = browser.name() + " (" + sandbox.kind() + ")";
        return new Words(title, title);
    }

    private Map<Path, byte[]> files() {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (Path folder : sandbox.userManifests()) {
            Path host = launcher;
            if (sandbox.kind().equals("flatpak")) {
                Path script = folder.resolve(SCRIPT);
                String text = "#!/bin/sh\nexec flatpak-spawn --host '"
                        + launcher.toString().replace("'", "'\\''") + "' \"$@\"\n";
                files.put(script, text.getBytes(StandardCharsets.UTF_8));
                host = Path.of(around.root().shown(script));
            }
            files.put(
                    folder.resolve(ManifestText.NAME + ".json"),
                    ManifestText.of(browser.family(), host.toString(), extensions)
                            .write(browser.family()));
        }
        return files;
    }

    private boolean isThere(Path file, byte[] content) {
        return KeptFiles.read(file).map(now -> Arrays.equals(now, content)).orElse(false);
    }

    @Override
    public TargetState check() {
        boolean ready = files().entrySet().stream().allMatch(each -> isThere(each.getKey(), each.getValue()));
        TargetState state = ready
                ? TargetState.of(
                        Status.READY,
                        "Браузер знает, где приложение Обнова. Он в песочнице " + sandbox.kind()
                                + " и запустит приложение, когда вы это разрешите.",
                        "The browser knows where the Obnova application is. It is in a " + sandbox.kind()
                                + " sandbox, and starts the application once you allow it.")
                : TargetState.of(
                        Status.MISSING,
                        "Браузер в песочнице " + sandbox.kind() + " не знает, где приложение Обнова.",
                        "The browser in its " + sandbox.kind()
                                + " sandbox does not know where the Obnova application is.");
        return state.with("Выполните один раз: " + sandbox.permission(), "Run once: " + sandbox.permission());
    }

    @Override
    public List<Change> plan(Direction direction) {
        List<Change> changes = new ArrayList<>();
        files().forEach((file, content) -> {
            boolean wanted = direction == Direction.INSTALL
                    ? !isThere(file, content)
                    : around.kept().isNoted(id(), file);
            if (wanted) {
                changes.add(new Change(
                        direction == Direction.INSTALL ? ChangeKind.CREATE : ChangeKind.REMOVE,
                        around.root().shown(file),
                        new Words(
                                "Сообщить браузеру, где приложение Обнова",
                                "Tell the browser where the Obnova application is")));
            }
        });
        return changes;
    }

    @Override
    public void install() {
        files().forEach((file, content) -> {
            around.kept().write(id(), file, content);
            if (file.endsWith(SCRIPT) && !file.toFile().setExecutable(true, true)) {
                throw new Fault(
                        ErrorCode.TARGET_UNVERIFIED,
                        "cannot be made executable",
                        Map.of("place", around.root().shown(file)),
                        null);
            }
        });
    }

    @Override
    public void uninstall() {
        files().keySet().forEach(file -> around.kept().restore(id(), file));
    }
}
