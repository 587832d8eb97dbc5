// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A workplace in one folder: display, home with the holder's keys and the host's settings, extension, browser, person. */
public final class Workplace implements AutoCloseable {
    private final Display display;
    private final ThrowawayHome home;
    private final ExtensionCopy extension;
    private final Album album;
    private final Person person;
    private final Path folder;
    private final Browser kind;
    private RemoteWebDriver browser;

    private Workplace(Browser kind, Path folder, Path pictures, Checkout checkout, HostSettings settings)
            throws IOException {
        this.kind = kind;
        this.folder = folder;
        this.home = ThrowawayHome.make(folder.resolve("home"));
        this.extension = ExtensionCopy.of(checkout.extension(), folder.resolve("extension"));
        // Where a package is tried, it has told the browsers already.
        if (!Boolean.getBoolean("obnova.host.installed")) {
            NativeManifest.write(kind, home, checkout.launcher(), kind.caller(extension));
        }
        settings.write(home);
        this.album = new Album(pictures);
        this.display = Display.start();
        this.person = new Person(display, album, new Random());
        this.browser = start(List.of(extension));
    }

    private RemoteWebDriver start(List<ExtensionCopy> extensions) {
        try {
            return kind.start(home, display, extensions, folder.resolve(kind.name() + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sets a workplace up for a demo server, in an empty folder.
     *
     * @param pictures where screenshots go
     */
    public static Workplace open(Path folder, Path pictures, Checkout checkout, DemoServer server) throws IOException {
        return open(Browser.chosen(), folder, pictures, checkout, HostSettings.of(server));
    }

    /** As above, in a browser, with settings of the host, which may name tokens. */
    public static Workplace open(Browser kind, Path folder, Path pictures, Checkout checkout, HostSettings settings)
            throws IOException {
        return new Workplace(kind, folder, pictures, checkout, settings);
    }

    /** Gives the person a container, as the CA handed it out. */
    public void bring(Path container) throws IOException {
        Files.copy(container, home.containers().resolve(container.getFileName().toString()));
    }

    /** The browser, to act on its pages. */
    public RemoteWebDriver browser() {
        return browser;
    }

    /** Which browser it is. */
    public Browser kind() {
        return kind;
    }

    /** The address of one of the extension's own pages, e.g. {@code popup/popup.html}. */
    public String ownPage(String page) {
        return kind.ownPage(extension, page);
    }

    /** Who acts on the host's windows. */
    public Person person() {
        return person;
    }

    /** The home folder. */
    public ThrowawayHome home() {
        return home;
    }

    /** The screenshots. */
    public Album album() {
        return album;
    }

    /** The extension that is loaded. */
    public ExtensionCopy extension() {
        return extension;
    }

    /** The host's processes. */
    public HostProcesses hosts() {
        return new HostProcesses(home);
    }

    /** The display of the host's windows. */
    public Display display() {
        return display;
    }

    /** Ends the browser as a crash does. */
    public void killBrowser() {
        BrowserProcesses.kill(kind.profile(home));
    }

    /** Starts the browser again in the same profile. */
    public void startBrowser() {
        quit();
        browser = start(List.of(extension));
    }

    /** Starts the browser again in the same profile, with the extension switched off. */
    public void startBrowserWithoutExtension() {
        quit();
        browser = start(List.of());
    }

    /** Closes the browser as a person does. */
    public void quitBrowser() {
        quit();
    }

    private void quit() {
        try {
            browser.quit();
        } catch (org.openqa.selenium.WebDriverException e) {
            // The browser is gone already: that is what was wanted.
        }
    }

    @Override
    public void close() {
        quit();
        display.close();
    }
}
