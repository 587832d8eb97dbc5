// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.system;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.pin.RememberedPins;

/**
 * Remembered PINs in the macOS Keychain, by the system's program {@code security}. The PIN is stored as hexadecimal digits of its octets: the program
 * prints other texts in a form of its own. Never run on macOS.
 */
final class KeychainPins implements RememberedPins {
    static final List<String> COMMAND = List.of("/usr/bin/security");

    private static final String SERVICE = "org.obnova.pin";

    /** errSecItemNotFound, as the program's exit status. */
    private static final int NOT_FOUND = 44;

    private static final Pattern ACCOUNT = Pattern.compile("\"acct\"<blob>=\"([^\"/]+)/([^\"]+)\"");
    private static final Pattern KEYCHAIN = Pattern.compile("^keychain: ", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("0x00000007 <blob>=(?:0x([0-9A-F]+)[^\\n]*|\"([^\"]*)\")");

    private final Program security;

    KeychainPins(Program security) {
        this.security = security;
    }

    @Override
    public boolean available() {
        try {
            return security.run(new byte[0], "default-keychain").status() == 0;
        } catch (Fault e) {
            return false;
        }
    }

    @Override
    public Optional<Secret> find(Key key) {
        try {
            Program.Ended found =
                    security.run(new byte[0], "find-generic-password", "-s", SERVICE, "-a", account(key), "-w");
            return found.status() == 0 ? Optional.of(pin(found.output())) : Optional.empty();
        } catch (Fault e) {
            return Optional.empty();
        }
    }

    @Override
    public void remember(Key key, String label, Secret pin) {
        byte[] octets = pin.copy();
        // Interactive mode: the line with the PIN is not among the arguments.
        String line = "add-generic-password -U -s " + SERVICE + " -a \"" + account(key) + "\" -l \""
                + label.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + "\" -w "
                + HexFormat.of().formatHex(octets) + "\n";
        Arrays.fill(octets, (byte) 0);
        if (security.run(line.getBytes(StandardCharsets.UTF_8), "-i").status() != 0) {
            throw unavailable();
        }
    }

    @Override
    public boolean forget(Key key) {
        int status = security.run(new byte[0], "delete-generic-password", "-s", SERVICE, "-a", account(key))
                .status();
        if (status != 0 && status != NOT_FOUND) {
            throw unavailable();
        }
        return status == 0;
    }

    @Override
    public List<Entry> list() {
        Program.Ended dump = security.run(new byte[0], "dump-keychain");
        if (dump.status() != 0) {
            throw unavailable();
        }
        List<Entry> entries = new ArrayList<>();
        for (String item : KEYCHAIN.split(new String(dump.output(), StandardCharsets.UTF_8), -1)) {
            Matcher account = ACCOUNT.matcher(item);
            if (item.contains("\"svce\"<blob>=\"" + SERVICE + "\"") && account.find()) {
                entries.add(new Entry(new Key(account.group(1), account.group(2)), label(item)));
            }
        }
        return List.copyOf(entries);
    }

    private static String label(String item) {
        Matcher label = LABEL.matcher(item);
        if (!label.find()) {
            return "";
        }
        return label.group(1) == null
                ? label.group(2)
                : new String(HexFormat.of().parseHex(label.group(1)), StandardCharsets.UTF_8);
    }

    private static Secret pin(byte[] printed) {
        String hex = new String(printed, StandardCharsets.US_ASCII).strip();
        Arrays.fill(printed, (byte) 0);
        try {
            return Secret.owning(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "an item of somebody else's", e);
        }
    }

    private static String account(Key key) {
        return key.storage() + "/" + key.container();
    }

    private static Fault unavailable() {
        return new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "the Keychain refuses");
    }
}
