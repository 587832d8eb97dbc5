// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/**
 * A person at the display, who acts on the host's real windows by keyboard and pointer alone: reads, allows, signs, types passwords, fidgets for the
 * entropy sensor. What the person knows and wants is told beforehand; {@link #attendUntil} then does it window by window.
 */
public final class Person {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration GLANCE = Duration.ofMillis(60);

    /** Longer than a window is deaf after it came. */
    private static final double READING = 0.65;

    private final Display display;
    private final Keyboard keyboard;
    private final Album album;
    private final Mind mind;
    private final List<HostWindow> seen = new ArrayList<>();
    private long busyNanos;

    /**
     * A person.
     *
     * @param random what makes the person fidget: two people with equal seeds move alike
     */
    public Person(Display display, Album album, Random random) {
        this.display = display;
        this.keyboard = new Keyboard(display);
        this.album = album;
        this.mind = new Mind(random);
    }

    /** The password of the container that is asked for next. */
    public Person knows(String containerPassword) {
        mind.password = containerPassword;
        return this;
    }

    /** The password that a new container shall get; empty for none. */
    public Person wantsPassword(String chosen) {
        mind.newPassword = chosen;
        return this;
    }

    /** Where a backup shall go, and its password. */
    public Person wantsBackup(Path folder, String chosen) {
        mind.backupFolder = folder;
        mind.backupPassword = chosen;
        mind.backupMedium = 0;
        return this;
    }

    /** On which medium of the window's list a backup shall go. */
    public Person wantsBackupOn(int place) {
        mind.backupMedium = place;
        return this;
    }

    /** The file or folder from which a key comes, or the file into which one goes. */
    public Person namesFile(Path file) {
        mind.keyFile = file;
        return this;
    }

    /** What the person wants done with the new key of a renewal that is given up. */
    public Person keepsNewKey(boolean keep) {
        mind.keepsNewKey = keep;
        return this;
    }

    /** Whether the person goes on with a key that lies about, where the window offers one, or has a new one made. */
    public Person takesFoundKey(boolean take) {
        mind.takesFoundKey = take;
        return this;
    }

    /** The token's PIN, right or wrong. */
    public Person knowsPin(String known) {
        mind.pin = known;
        return this;
    }

    /** The token's new PIN: from now on the person agrees to change a factory PIN; empty: «Позже». */
    public Person wantsPin(String chosen) {
        mind.newPin = chosen;
        return this;
    }

    /** Ticks «Запомнить PIN-код» where it is asked for, or leaves the tick as it is. */
    public Person remembersPin(boolean remember) {
        mind.remembersPin = remember;
        return this;
    }

    /** What the person does at the token's own keypad when a window sends them there. */
    public Person atTheDevice(Runnable act) {
        mind.atTheDevice = act;
        return this;
    }

    /** The windows acted on, in their order. */
    public List<HostWindow> seen() {
        return List.copyOf(seen);
    }

    /** How long windows of the host waited for this person, in all. */
    public Duration busy() {
        return Duration.ofNanos(busyNanos);
    }

    /**
     * Acts on each window that comes, until the condition holds.
     *
     * @throws org.awaitility.core.ConditionTimeoutException when nothing leads there within 90 seconds
     */
    public void attendUntil(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .until(() -> {
                    if (condition.getAsBoolean()) {
                        return true;
                    }
                    keyboard.windows().forEach(this::attend);
                    return false;
                });
    }

    /** Acts on each window that comes before this one, takes this one's picture, and leaves it open. */
    public void meets(HostWindow window) {
        Awaitility.await(window + " to come")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .until(() -> {
                    if (isOpen(window)) {
                        return true;
                    }
                    keyboard.windows().forEach((id, title) -> {
                        if (!isTitled(window, title)) {
                            attend(id, title);
                        }
                    });
                    return false;
                });
        keyboard.script().pause(READING).go();
        picture(window);
        seen.add(window);
    }

    private static boolean isTitled(HostWindow window, String title) {
        return HostWindow.ofTitle(title).filter(window::equals).isPresent();
    }

    /** Whether the window can be seen now. */
    public boolean isOpen(HostWindow window) {
        return keyboard.windows().values().stream().anyMatch(title -> isTitled(window, title));
    }

    /** Whether any window of the host can be seen now. */
    public boolean seesWindow() {
        return !keyboard.windows().isEmpty();
    }

    /** Presses Esc in the window, once it has come; those before it are acted on. */
    public void refuses(HostWindow window) {
        meets(window);
        untilGone(window, keyboard.script().key("Escape")::go);
    }

    /** Acts on the window once, right or wrong, and waits until this very window is gone: the host may ask again in another one. */
    public void answers(HostWindow window) {
        meets(window);
        untilGone(window, moveIn(window));
    }

    private Runnable moveIn(HostWindow window) {
        return window == HostWindow.PIN_PAD ? mind.atTheDevice : mind.move(window, keyboard.script())::go;
    }

    private void untilGone(HostWindow window, Runnable move) {
        Set<String> before = keyboard.windows().keySet();
        move.run();
        Awaitility.await(window + " gone")
                .atMost(PATIENCE)
                .pollInterval(GLANCE)
                .until(() -> Collections.disjoint(before, keyboard.windows().keySet()));
    }

    /** Waits until none of the host's windows can be seen. */
    public void awaitNoWindow() {
        Awaitility.await("no window")
                .atMost(PATIENCE)
                .pollInterval(GLANCE)
                .until(() -> keyboard.windows().isEmpty());
    }

    private void attend(String id, String title) {
        HostWindow window = HostWindow.ofTitle(title)
                .orElseThrow(() -> new IllegalStateException("a window that this person does not know: " + title));
        long since = System.nanoTime();
        keyboard.script().pause(READING).go();
        if (!keyboard.windows().containsKey(id)) {
            return;
        }
        picture(window);
        seen.add(window);
        act(window);
        busyNanos += System.nanoTime() - since;
    }

    private void picture(HostWindow window) {
        display.capture(
                album.next("window-" + window.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private void act(HostWindow window) {
        Awaitility.await(window + " to close")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    if (isOpen(window)) {
                        moveIn(window).run();
                    }
                    return closesSoon(window);
                });
    }

    private boolean closesSoon(HostWindow window) {
        for (int glance = 0; glance < 8; glance++) {
            if (!isOpen(window)) {
                return true;
            }
        }
        return false;
    }

    /** For messages of failures. */
    @Override
    public String toString() {
        return "Person " + Map.of("seen", seen);
    }
}
