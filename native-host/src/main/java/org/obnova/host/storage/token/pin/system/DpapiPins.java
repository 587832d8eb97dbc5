// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.PowerShell;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.pin.RememberedPins;

/**
 * Remembered PINs sealed by Windows for this person's account (DPAPI: CryptProtectData), each in a file of its own: storage, container, label, and the sealed PIN in
 * base64, a line each, UTF-8. Windows is asked through PowerShell. Never run on Windows.
 */
final class DpapiPins implements RememberedPins {
    static final List<String> COMMAND = PowerShell.command(
            System.getenv(),
            "$ErrorActionPreference='Stop'; Add-Type -AssemblyName System.Security;"
                    + " $l=[Console]::In.ReadToEnd().Trim().Split(' '); $b=[Convert]::FromBase64String($l[1]);"
                    + " $s=[Security.Cryptography.DataProtectionScope]::CurrentUser;"
                    + " if($l[0] -eq 'seal'){$r=[Security.Cryptography.ProtectedData]::Protect($b,$null,$s)}"
                    + " else{$r=[Security.Cryptography.ProtectedData]::Unprotect($b,$null,$s)};"
                    + " [Console]::Out.Write([Convert]::ToBase64String($r))");

    private static final int LINES = 4;

    private final Path folder;
    private final Program powershell;

    DpapiPins(Path folder, Program powershell) {
        this.folder = folder;
        this.powershell = powershell;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Optional<Secret> find(Key key) {
        try {
            List<String> lines = Files.readAllLines(file(key));
            return lines.size() == LINES ? Optional.of(Secret.owning(ask("open", lines.getLast()))) : Optional.empty();
        } catch (IOException | Fault e) {
            return Optional.empty();
        }
    }

    @Override
    public void remember(Key key, String label, Secret pin) {
        byte[] octets = pin.copy();
        try {
            String sealed = base64(ask("seal", base64(octets)));
            String line = label.replaceAll("\\p{Cntrl}", " ");
            Files.createDirectories(folder);
            Files.write(file(key), List.of(key.storage(), key.container(), line, sealed));
        } catch (IOException e) {
            throw new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "cannot be written", e);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    @Override
    public boolean forget(Key key) {
        try {
            return Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "cannot be removed", e);
        }
    }

    @Override
    public List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == LINES) {
                    entries.add(new Entry(new Key(lines.get(0), lines.get(1)), lines.get(2)));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "cannot be read", e);
        }
        return List.copyOf(entries);
    }

    private byte[] ask(String verb, String base64) {
        Program.Ended ended = powershell.run((verb + " " + base64).getBytes(StandardCharsets.US_ASCII));
        if (ended.status() != 0) {
            throw new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "Windows refuses");
        }
        try {
            return Base64.getDecoder().decode(new String(ended.output(), StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            throw new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "no base64", e);
        }
    }

    private Path file(Key key) {
        byte[] name = (key.storage() + "\n" + key.container()).getBytes(StandardCharsets.UTF_8);
        return folder.resolve(HexFormat.of().formatHex(name) + ".pin");
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
