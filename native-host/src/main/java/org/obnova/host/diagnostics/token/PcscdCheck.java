// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.token;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.workstation.Words;

/** Whether the service of smart cards listens, where a token or a driver needs it (pcscd(8)). A socket that it left behind does not count. */
public final class PcscdCheck implements DiagnosticCheck {
    private static final Subject SUBJECT =
            new Subject("pcscd", "Служба смарт-карт (pcscd)", "The smart card service (pcscd)");

    private final Path socket;
    private final BooleanSupplier needed;

    /**
     * @param socket where it listens, {@code /run/pcscd/pcscd.comm}
     * @param needed whether there is a token or a driver that speaks to it
     */
    public PcscdCheck(Path socket, BooleanSupplier needed) {
        this.socket = socket;
        this.needed = needed;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected()
                    ? SUBJECT.ok("Работает.", "It runs.")
                    : SUBJECT.unknown("not-seen", "Не видно.", "It is not seen.");
        } catch (IOException e) {
            return needed.getAsBoolean() ? stopped() : SUBJECT.ok("Не нужна.", "It is not needed.");
        }
    }

    private static Finding stopped() {
        return SUBJECT.problem(
                "stopped",
                new Words(
                        "Служба смарт-карт не работает: токены не видны.",
                        "The smart card service does not run: no tokens are seen."),
                new Words(
                        "Установите пакет pcscd и включите службу: sudo systemctl enable --now pcscd.socket.",
                        "Install the package pcscd and switch the service on: sudo systemctl enable --now pcscd.socket."));
    }
}
