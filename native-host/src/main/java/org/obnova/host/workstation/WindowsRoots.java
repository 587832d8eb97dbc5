// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.workstation.registry.RegistryFile;

/**
 * The service's root certificates in the person's own store of Windows. {@code certutil.exe} puts them there, and Windows asks the person itself: written into the registry they would be dropped again (Windows
 * keeps the person's roots under its protection). What is there is read from the registry ("System Store Locations"). Not tried on Windows.
 */
final class WindowsRoots implements Target {
    static final String ID = "roots.windows";

    private static final String STORE = "HKEY_CURRENT_USER\\Software\\Microsoft\\SystemCertificates\\";

    /** Where a certificate counts for this person: the person's own, then those of the computer, its domain and its administrator. */
    private static final List<String> STORES = List.of(
            STORE,
            "HKEY_LOCAL_MACHINE\\Software\\Microsoft\\SystemCertificates\\",
            "HKEY_LOCAL_MACHINE\\Software\\Microsoft\\EnterpriseCertificates\\",
            "HKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\\SystemCertificates\\",
            "HKEY_CURRENT_USER\\Software\\Policies\\Microsoft\\SystemCertificates\\");

    private final List<RootCertificate> roots;
    private final Path certutil;
    private final SystemTools tools;
    private final Surroundings around;

    WindowsRoots(List<RootCertificate> roots, Path certutil, SystemTools tools, Surroundings around) {
        this.roots = List.copyOf(roots);
        this.certutil = certutil;
        this.tools = tools;
        this.around = around;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public TargetKind kind() {
        return TargetKind.ROOTS;
    }

    @Override
    public Scope scope() {
        return Scope.USER;
    }

    @Override
    public Words title() {
        return new Words("Корневые сертификаты: Windows", "Root certificates: Windows");
    }

    private boolean isTrusted(RootCertificate root) {
        return STORES.stream().anyMatch(store -> has(store + "Root", root) || has(store + "AuthRoot", root));
    }

    private boolean isForbidden(RootCertificate root) {
        return STORES.stream().anyMatch(store -> has(store + "Disallowed", root));
    }

    /** The name is a SHA-1, so the certificate itself is looked for in what is kept under it. */
    private boolean has(String store, RootCertificate root) {
        return around.keys()
                .now(store + "\\Certificates\\" + root.sha1(), "Blob")
                .map(RegistryFile::octets)
                .filter(blob -> contains(blob, root.der()))
                .isPresent();
    }

    private static boolean contains(byte[] whole, byte[] part) {
        for (int at = 0; at + part.length <= whole.length; at++) {
            if (java.util.Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public TargetState check() {
        for (RootCertificate each : roots) {
            if (isForbidden(each)) {
                return TargetState.of(
                                Status.BLOCKED,
                                "Windows не доверяет сертификату «" + each.name() + "»: он среди запрещённых.",
                                "Windows does not trust “" + each.name() + "”: it is among the untrusted ones.")
                        .with(
                                "Если это сделали не вы, спросите администратора.",
                                "If it was not you, ask the administrator.");
            }
            if (!isTrusted(each)) {
                return TargetState.of(
                        Status.MISSING,
                        "Windows не доверяет сертификату «" + each.name() + "».",
                        "Windows does not trust “" + each.name() + "”.");
            }
        }
        return TargetState.of(
                Status.READY, "Windows доверяет сертификатам сервиса.", "Windows trusts the service’s certificates.");
    }

    @Override
    public List<Change> plan(Direction direction) {
        List<Change> changes = new ArrayList<>();
        switch (direction) {
            case INSTALL -> {
                if (roots.stream().noneMatch(this::isForbidden)) {
                    roots.stream()
                            .filter(each -> !isTrusted(each))
                            .forEach(each -> changes.add(
                                    new Change(ChangeKind.TRUST, STORE + "Root", RootWords.trustedInWindows(each))));
                }
            }
            case UNINSTALL ->
                around.ledger()
                        .roots(id())
                        .forEach(note -> changes.add(new Change(
                                ChangeKind.DISTRUST,
                                note.store(),
                                new Words(
                                        "Убрать корневой сертификат, SHA-256 " + note.sha256(),
                                        "Remove the root certificate, SHA-256 " + note.sha256()))));
        }
        return changes;
    }

    @Override
    public void install() {
        if (roots.stream().anyMatch(this::isForbidden)) {
            throw new Fault(ErrorCode.TARGET_BLOCKED, "a root is distrusted", Map.of("place", "Disallowed"), null);
        }
        for (RootCertificate each : roots) {
            if (!isTrusted(each)) {
                around.ledger().put(new RootNote(id(), STORE + "Root", each.der(), false, 0, 0, 0));
                add(each);
                if (!isTrusted(each)) {
                    throw unverified();
                }
            }
        }
    }

    private void add(RootCertificate root) {
        Path file = null;
        try {
            file = Files.createTempFile("obnova-", ".cer");
            Files.write(file, root.der());
            tools.run(List.of(certutil.toString(), "-user", "-f", "-addstore", "Root", file.toString()));
        } catch (IOException e) {
            throw new Fault(ErrorCode.SETUP_TOOL_FAILED, "no temporary file", Map.of("place", certutil.toString()), e);
        } finally {
            if (file != null && !file.toFile().delete()) {
                file.toFile().deleteOnExit(); // A certificate is no secret.
            }
        }
    }

    @Override
    public void uninstall() {
        for (RootNote note : around.ledger().roots(id())) {
            RootCertificate root = RootCertificate.of(note.certificate());
            if (has(STORE + "Root", root)) {
                tools.run(List.of(certutil.toString(), "-user", "-delstore", "Root", root.sha1()));
                if (has(STORE + "Root", root)) {
                    throw unverified();
                }
            }
            around.ledger().drop(note);
        }
    }

    private static Fault unverified() {
        return new Fault(
                ErrorCode.TARGET_UNVERIFIED,
                "the store does not have what was put there",
                Map.of("place", STORE + "Root"),
                null);
    }
}
