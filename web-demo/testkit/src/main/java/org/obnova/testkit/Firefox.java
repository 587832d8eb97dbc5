// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.testkit.firefox.Preferences;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.PageLoadStrategy;

/**
 * Firefox ESR in a throwaway home, with the extension as an unsigned package in its profile, which the extended support release accepts. It is driven
 * by {@link org.obnova.testkit.firefox.WebDriverBridge}: no geckodriver is needed.
 */
public final class Firefox implements Browser {
    private static final Duration PAGE_LOAD = Duration.ofSeconds(60);
    private static final Dimension WINDOW = new Dimension(1100, 1000);

    /** Firefox gives each profile's extension a random one; known beforehand, it lets a test open the extension's own pages. */
    private static final String UUID = "0b0b5eed-5eed-4eed-8eed-0b0b0b0b0b0b";

    private final Optional<Path> program;

    /** The usual program. */
    public Firefox() {
        this(Optional.empty());
    }

    private Firefox(Optional<Path> program) {
        this.program = program;
    }

    /** Started by another program, which is given its arguments: another build, or a script that sets the machine up for it. */
    public static Firefox startedBy(Path program) {
        return new Firefox(Optional.of(program));
    }

    @Override
    public String name() {
        return "firefox";
    }

    @Override
    public FirefoxDriver start(ThrowawayHome home, Display display, List<ExtensionCopy> extensions, Path log)
            throws IOException {
        bring(home, extensions);
        Map<String, String> environment = new HashMap<>(home.environment());
        environment.put("DISPLAY", display.name());
        List<String> arguments = new ArrayList<>(List.of("--headless", "--remote-allow-system-access"));
        arguments.addAll(arguments(home));
        Map<String, Object> options =
                new HashMap<>(Map.of("args", arguments, "env", environment, "prefs", preferences(home, extensions)));
        program.ifPresent(path -> options.put("binary", path.toString()));
        MutableCapabilities capabilities = new MutableCapabilities();
        capabilities.setCapability("browserName", "firefox");
        capabilities.setCapability("pageLoadStrategy", PageLoadStrategy.NORMAL.toString());
        capabilities.setCapability("moz:firefoxOptions", options);
        FirefoxDriver driver = FirefoxDriver.start(capabilities, log);
        driver.manage().timeouts().pageLoadTimeout(PAGE_LOAD);
        driver.manage().window().setSize(WINDOW);
        return driver;
    }

    @Override
    public List<String> command(ThrowawayHome home, List<ExtensionCopy> extensions, String address) throws IOException {
        bring(home, extensions);
        Preferences.write(profile(home), preferences(home, extensions));
        List<String> command =
                new ArrayList<>(List.of(program.map(Path::toString).orElse("firefox-esr")));
        command.addAll(arguments(home));
        command.add(address);
        return command;
    }

    private List<String> arguments(ThrowawayHome home) {
        return List.of("--no-remote", "--profile", profile(home).toString());
    }

    /** Puts the extensions into the profile, and takes those out that are not to be there. */
    private void bring(ThrowawayHome home, List<ExtensionCopy> extensions) throws IOException {
        Path packages = Files.createDirectories(profile(home).resolve("extensions"));
        try (var earlier = Files.list(packages)) {
            for (Path file : earlier.toList()) {
                Files.delete(file);
            }
        }
        for (ExtensionCopy extension : extensions) {
            extension.pack(packages.resolve(extension.firefoxId() + ".xpi"));
        }
    }

    private Map<String, Object> preferences(ThrowawayHome home, List<ExtensionCopy> extensions) {
        Map<String, Object> preferences = new HashMap<>(Map.of(
                "xpinstall.signatures.required",
                false,
                "extensions.autoDisableScopes",
                0,
                "extensions.startupScanScopes",
                1,
                "intl.locale.requested",
                "ru",
                "intl.accept_languages",
                "ru, en",
                "browser.download.folderList",
                2,
                "browser.download.dir",
                downloads(home).toString(),
                "browser.download.alwaysOpenPanel",
                false,
                "browser.translations.enable",
                false));
        for (ExtensionCopy extension : extensions) {
            preferences.put("extensions.webextensions.uuids", "{\"" + extension.firefoxId() + "\":\"" + UUID + "\"}");
        }
        return preferences;
    }

    @Override
    public Path profile(ThrowawayHome home) {
        return home.folder().resolve("firefox");
    }

    @Override
    public Path nativeManifest(ThrowawayHome home) {
        return home.folder().resolve(".mozilla/native-messaging-hosts").resolve(NativeManifest.NAME + ".json");
    }

    @Override
    public String callers() {
        return "allowed_extensions";
    }

    @Override
    public String caller(ExtensionCopy extension) {
        return extension.firefoxId();
    }

    @Override
    public String otherCaller() {
        return "other@obnova.org";
    }

    @Override
    public boolean tellsOfForbiddenHost() {
        return false;
    }

    @Override
    public String ownPage(ExtensionCopy extension, String page) {
        return "moz-extension://" + UUID + "/" + page;
    }
}
