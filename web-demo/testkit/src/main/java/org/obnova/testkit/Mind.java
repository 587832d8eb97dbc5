// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.nio.file.Path;
import java.util.Random;

/** What a {@link Person} knows and wants, and so does in each window. */
final class Mind {
    private final Random random;
    String password = "";
    String newPassword = "";
    String backupPassword = "";
    Path backupFolder = Path.of("/");
    int backupMedium;
    Path keyFile = Path.of("/");
    boolean keepsNewKey = true;
    boolean takesFoundKey = true;
    String pin = "";
    String newPin = "";
    boolean remembersPin;
    Runnable atTheDevice = () -> {};

    Mind(Random random) {
        this.random = random;
    }

    /** Adds to the script what the person does in the window. */
    Keyboard.Script move(HostWindow window, Keyboard.Script script) {
        return switch (window) {
            case CONSENT_CERTIFICATES,
                    CONSENT_STORAGES,
                    CONSENT_RENEW,
                    CONSENT_SIGN,
                    CONSENT_BACKUP,
                    CONSENT_DECRYPT,
                    CONSENT_WORKSTATION,
                    CONSENT_DIAGNOSTICS,
                    SITE,
                    STORAGE,
                    IMPORT_CONTENTS,
                    IMPORT_STORAGE,
                    DECRYPT,
                    PROGRAMS -> script.key("ctrl+Return");
            case OTHER_PROGRAMS -> script.key("alt+1").key("ctrl+Return");
            case FOUND_KEY -> (takesFoundKey ? script : script.key("alt+c")).key("ctrl+Return");
            case ABANDON -> (keepsNewKey ? script : script.key("alt+e")).key("ctrl+Return");
            case IMPORT_SOURCE -> script.key("ctrl+a").type(keyFile.toString()).key("ctrl+Return");
            case EXPORT_TARGET ->
                script.key("alt+a").key("ctrl+a").type(keyFile.toString()).key("ctrl+Return");
            case IMPORT_PASSWORD, CHANGED_PASSWORD, ARCHIVE_PASSWORD -> twice(script, newPassword);
            case EXPORT_PASSWORD -> twice(script, backupPassword);
            case PROGRAM_PASSWORD -> script.key("Escape");
            case STATEMENT, RECEIPT, AUTHENTICATION ->
                script.key("End").pause(0.1).key("ctrl+Return");
            case PASSWORD -> script.key("ctrl+a").type(password).key("ctrl+Return");
            case NEW_PASSWORD -> twice(script, newPassword);
            case BACKUP_PASSWORD -> twice(script, backupPassword);
            case BACKUP_STORAGE ->
                backupMedium > 0
                        ? script.key("alt+" + backupMedium).key("ctrl+Return")
                        : script.key("alt+l")
                                .key("Tab")
                                .key("ctrl+a")
                                .type(backupFolder.toString())
                                .key("ctrl+Return");
            case ENTROPY -> script.fidget(random, 60);
            case PIN, LAST_PIN -> enterPin(script);
            case LAST_TRY -> script.key("ctrl+Return");
            case PIN_LOCKED -> script.key("Escape");
            case FACTORY_PIN -> script.key(newPin.isEmpty() ? "Escape" : "ctrl+Return");
            case CHANGE_PIN ->
                script.key("ctrl+a")
                        .type(pin)
                        .key("Tab")
                        .type(newPin)
                        .key("Tab")
                        .type(newPin)
                        .key("ctrl+Return");
            case PIN_PAD -> throw new IllegalArgumentException("nothing is done in a window that sends to the device");
        };
    }

    private Keyboard.Script enterPin(Keyboard.Script script) {
        script.key("ctrl+a").type(pin);
        return (remembersPin ? script.key("alt+p") : script).key("ctrl+Return");
    }

    private static Keyboard.Script twice(Keyboard.Script script, String secret) {
        return script.key("ctrl+a")
                .type(secret)
                .key("Tab")
                .key("ctrl+a")
                .type(secret)
                .key("ctrl+Return")
                .pause(0.05)
                .key("shift+Tab");
    }
}
