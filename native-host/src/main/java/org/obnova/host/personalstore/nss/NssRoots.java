// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.personalstore.nss.NssAnswer.Outcome;
import org.obnova.host.personalstore.nss.NssRequest.Root;

/** Whom the programs that keep an NSS database trust. */
public final class NssRoots {
    /** CERTDB_VALID_CA and CERTDB_TRUSTED_CA of certdb.h: trusted to name TLS servers, and nothing else. */
    public static final Trust SERVERS = new Trust(0x18, 0, 0);

    /** SEC_ERROR_READ_ONLY of secerr.h. */
    private static final int READ_ONLY = -8126;

    private static final int TRUSTED_CA = 0x10;
    private static final int TERMINAL_RECORD = 0x1;

    private final NssProcess process;

    /** Each request has a process of its own. */
    public NssRoots(NssProcess process) {
        this.process = process;
    }

    /** The flags of a certificate for TLS servers, mail and code. */
    public record Trust(int servers, int mail, int code) {
        /** Whether it may name TLS servers. */
        public boolean isForServers() {
            return (servers & TRUSTED_CA) != 0;
        }

        /** Whether somebody has said that it must not. */
        public boolean isForbidden() {
            return (servers & TERMINAL_RECORD) != 0 && !isForServers();
        }
    }

    /**
     * How it stands; empty where it is not there.
     *
     * @throws Fault {@code NSS_MISSING}, {@code PERSONAL_STORE_DAMAGED}, {@code PERSONAL_STORE_FAILED}
     */
    public Optional<Trust> look(Path folder, byte[] certificate) {
        NssAnswer answer = ask(folder, Root.Action.LOOK, certificate, "", new Trust(0, 0, 0));
        if (answer.outcome() == Outcome.NOT_THERE) {
            return Optional.empty();
        }
        require(answer);
        ByteBuffer flags = ByteBuffer.wrap(answer.octets());
        return Optional.of(new Trust(flags.getInt(), flags.getInt(), flags.getInt()));
    }

    /**
     * Puts it there where it is not, and gives it these flags. A database that is not there is made, without a password.
     *
     * @throws Fault as {@link #look}; {@code PERSONAL_STORE_LOCKED} where the database has a password, {@code PERSONAL_STORE_READ_ONLY}
     */
    public void trust(Path folder, byte[] certificate, String name, Trust trust) {
        require(ask(folder, Root.Action.TRUST, certificate, name, trust));
    }

    /** Takes it away; nothing where it is not there. Throws as {@link #trust}. */
    public void remove(Path folder, byte[] certificate) {
        NssAnswer answer = ask(folder, Root.Action.REMOVE, certificate, "", new Trust(0, 0, 0));
        if (answer.outcome() != Outcome.NOT_THERE) {
            require(answer);
        }
    }

    private NssAnswer ask(Path folder, Root.Action action, byte[] certificate, String name, Trust trust) {
        return process.ask(new Root(
                folder.toString(),
                null,
                action,
                certificate,
                name,
                List.of(trust.servers(), trust.mail(), trust.code())));
    }

    private static void require(NssAnswer answer) {
        if (answer.outcome() == Outcome.DONE) {
            return;
        }
        ErrorCode code = switch (answer.outcome()) {
            case NO_NSS -> ErrorCode.NSS_MISSING;
            case PASSWORD_WANTED, PASSWORD_WRONG -> ErrorCode.PERSONAL_STORE_LOCKED;
            case NOT_OPENED ->
                answer.error() == READ_ONLY ? ErrorCode.PERSONAL_STORE_READ_ONLY : ErrorCode.PERSONAL_STORE_DAMAGED;
            default ->
                answer.error() == READ_ONLY ? ErrorCode.PERSONAL_STORE_READ_ONLY : ErrorCode.PERSONAL_STORE_FAILED;
        };
        throw new Fault(code, answer.outcome() + ", NSS says " + answer.error());
    }
}
