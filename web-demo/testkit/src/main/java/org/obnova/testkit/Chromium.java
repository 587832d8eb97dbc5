// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium in a throwaway home, with the extension, on a display of its own for the windows of the host. */
public final class Chromium implements Browser {
    private static final Path BINARY = Path.of("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PAGE_LOAD = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "chromium";
    }

    @Override
    public ChromeDriver start(ThrowawayHome home, Display display, List<ExtensionCopy> extensions, Path log) {
        Map<String, String> environment = new HashMap<>(home.environment());
        environment.put("DISPLAY", display.name());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .withEnvironment(environment)
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BINARY.toFile());
        options.setPageLoadStrategy(PageLoadStrategy.NORMAL);
        options.addArguments(arguments(home, extensions));
        options.addArguments("--headless=new", "--enable-logging", "--log-file=" + log.toAbsolutePath());
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PAGE_LOAD);
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", downloads(home).toString()));
        return driver;
    }

    @Override
    public List<String> command(ThrowawayHome home, List<ExtensionCopy> extensions, String address) {
        List<String> command = new ArrayList<>(List.of("chromium"));
        command.addAll(arguments(home, extensions));
        command.add(address);
        return command;
    }

    /** What every start of the browser has in common, with or without a driver. */
    private List<String> arguments(ThrowawayHome home, List<ExtensionCopy> extensions) {
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-gpu",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--disable-features=Translate",
                "--lang=ru",
                "--window-size=1100,1000",
                "--user-data-dir=" + profile(home)));
        extensions.forEach(extension -> arguments.add("--load-extension=" + extension.folder()));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    @Override
    public Path profile(ThrowawayHome home) {
        return home.folder().resolve("chromium");
    }

    @Override
    public Path nativeManifest(ThrowawayHome home) {
        return profile(home).resolve("NativeMessagingHosts").resolve(NativeManifest.NAME + ".json");
    }

    @Override
    public String callers() {
        return "allowed_origins";
    }

    @Override
    public String caller(ExtensionCopy extension) {
        return "chrome-extension://" + extension.id() + "/";
    }

    @Override
    public String otherCaller() {
        return "chrome-extension://abcdefghijklmnopabcdefghijklmnop/";
    }

    @Override
    public boolean tellsOfForbiddenHost() {
        return true;
    }

    @Override
    public String ownPage(ExtensionCopy extension, String page) {
        return caller(extension) + page;
    }
}
