// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.personalstore.nss.NssAnswer;
import org.obnova.host.personalstore.nss.NssAnswer.Outcome;
import org.obnova.host.personalstore.nss.NssRequest;
import org.obnova.host.secret.Secret;

/** Does with one database what one request asks. Secrets in memory outside of Java's heap are zeroed before it is given back. */
@SuppressWarnings("restricted") // Native access is granted by the start command.
public final class NssWorker {
    private static final int READ_ONLY = 0x1;
    private static final int NO_ROOTS = 0x10;

    /** Signing, key and data encipherment, key agreement (RFC 5280 section 4.2.1.3, the first octet). */
    private static final int USAGE = 0xF8;

    /** SECItem: type, data, length. */
    private static final long ITEM_OCTETS = 24;

    private static final long ITEM_DATA = 8;
    private static final long ITEM_LENGTH = 16;

    private final NssLibrary nss;
    private final Arena arena;
    private final NssRequest request;

    private NssWorker(NssLibrary nss, Arena arena, NssRequest request) {
        this.nss = nss;
        this.arena = arena;
        this.request = request;
    }

    /** Reads one request and answers it. */
    public static void serve(InputStream in, OutputStream out) throws IOException {
        NssRequest request = NssRequest.read(new DataInputStream(in));
        NssAnswer answer;
        try (Arena arena = Arena.ofConfined()) {
            Optional<NssLibrary> nss = NssLibrary.load();
            answer = nss.isPresent()
                    ? new NssWorker(nss.get(), arena, request).answer()
                    : NssAnswer.of(Outcome.NO_NSS, 0);
        } finally {
            close(request.password());
            if (request instanceof NssRequest.Put put) {
                put.pkcs8().close();
            }
        }
        answer.write(new DataOutputStream(out));
    }

    private static void close(@Nullable Secret secret) {
        if (secret != null) {
            secret.close();
        }
    }

    private NssAnswer answer() {
        MemorySegment none = arena.allocateFrom("");
        MemorySegment folder = arena.allocateFrom("sql:" + request.folder());
        int flags = NO_ROOTS | (readsOnly() ? READ_ONLY : 0);
        if (nss.initialize.call(folder, none, none, arena.allocateFrom("secmod.db"), flags) != 0) {
            return NssAnswer.of(Outcome.NOT_OPENED, nss.error.call());
        }
        MemorySegment slot = nss.internalKeySlot.call();
        try {
            NssAnswer refused = readsRoot() ? null : login(slot);
            if (refused != null) {
                return refused;
            }
            return switch (request) {
                case NssRequest.Put put -> put(slot, put);
                case NssRequest.Sign sign -> sign(slot, sign);
                case NssRequest.Root root -> new NssRootWork(nss, arena).answer(slot, root);
            };
        } finally {
            nss.freeSlot.call(slot);
            nss.shutdown.call();
        }
    }

    private boolean readsOnly() {
        return request instanceof NssRequest.Sign || readsRoot();
    }

    /** Who is trusted is no secret. */
    private boolean readsRoot() {
        return request instanceof NssRequest.Root root && root.action() == NssRequest.Root.Action.LOOK;
    }

    /** Null where the database is open for use. */
    private @Nullable NssAnswer login(MemorySegment slot) {
        if (nss.needUserInit.call(slot) != 0) {
            // Made by a program that has put no key there yet: without a password, as that program would.
            if (!readsOnly() && nss.initPin.call(slot, MemorySegment.NULL, arena.allocateFrom("")) != 0) {
                return failed();
            }
            return null;
        }
        if (nss.needLogin.call(slot) == 0) {
            return null;
        }
        Secret password = request.password();
        if (password == null) {
            return NssAnswer.of(Outcome.PASSWORD_WANTED, 0);
        }
        byte[] octets = password.copy();
        MemorySegment text = arena.allocate(octets.length + 1L);
        try {
            MemorySegment.copy(octets, 0, text, JAVA_BYTE, 0, octets.length);
            return nss.checkUserPassword.call(slot, text) == 0
                    ? null
                    : NssAnswer.of(Outcome.PASSWORD_WRONG, nss.error.call());
        } finally {
            text.fill((byte) 0);
            Arrays.fill(octets, (byte) 0);
        }
    }

    private NssAnswer put(MemorySegment slot, NssRequest.Put put) {
        boolean key = hasKey(slot, put.chain().getFirst());
        boolean certificate = has(slot, put.chain().getFirst());
        if (key && certificate) {
            return NssAnswer.of(Outcome.ALREADY, 0);
        }
        // Certificates first: one without its key is harmless and gets it later, a key without a certificate would be
        // found by nobody.
        // The leaf gets the name; of issuers NSS makes one.
        String name = put.name();
        for (byte[] each : put.chain()) {
            if (!has(slot, each) && !importCertificate(slot, each, name)) {
                return failed();
            }
            name = put.name() + " (CA)";
        }
        if (!key && !importKey(slot, put)) {
            return failed();
        }
        return NssAnswer.of(Outcome.DONE, 0);
    }

    private boolean importKey(MemorySegment slot, NssRequest.Put put) {
        byte[] octets = put.pkcs8().copy();
        MemorySegment pkcs8 = item(octets);
        try {
            MemorySegment name = item(put.name().getBytes(StandardCharsets.UTF_8));
            MemorySegment key = arena.allocate(ADDRESS);
            int status = nss.importKey.call(
                    slot, pkcs8, name, item(put.publicValue()), 1, 1, USAGE, key, MemorySegment.NULL);
            if (status == 0) {
                nss.freeKey.call(key.get(ADDRESS, 0));
            }
            return status == 0;
        } finally {
            pkcs8.get(ADDRESS, ITEM_DATA).reinterpret(octets.length).fill((byte) 0);
            Arrays.fill(octets, (byte) 0);
        }
    }

    private boolean importCertificate(MemorySegment slot, byte[] der, String name) {
        MemorySegment certificate =
                nss.newTempCertificate.call(nss.defaultCertDb.call(), item(der), MemorySegment.NULL, 0, 1);
        if (certificate.address() == 0) {
            return false;
        }
        try {
            return nss.importCertificate.call(slot, certificate, 0, arena.allocateFrom(name), 0) == 0;
        } finally {
            nss.freeCertificate.call(certificate);
        }
    }

    private boolean has(MemorySegment slot, byte[] der) {
        MemorySegment found = nss.findCertificate.call(slot, item(der), MemorySegment.NULL);
        if (found.address() != 0) {
            nss.freeCertificate.call(found);
        }
        return found.address() != 0;
    }

    private boolean hasKey(MemorySegment slot, byte[] der) {
        MemorySegment key = keyOf(slot, der);
        if (key.address() != 0) {
            nss.freeKey.call(key);
        }
        return key.address() != 0;
    }

    private MemorySegment keyOf(MemorySegment slot, byte[] der) {
        MemorySegment certificate =
                nss.newTempCertificate.call(nss.defaultCertDb.call(), item(der), MemorySegment.NULL, 0, 1);
        if (certificate.address() == 0) {
            return MemorySegment.NULL;
        }
        try {
            return nss.findKeyByCertificate.call(slot, certificate, MemorySegment.NULL);
        } finally {
            nss.freeCertificate.call(certificate);
        }
    }

    private NssAnswer sign(MemorySegment slot, NssRequest.Sign sign) {
        MemorySegment key = has(slot, sign.certificate()) ? keyOf(slot, sign.certificate()) : MemorySegment.NULL;
        if (key.address() == 0) {
            return NssAnswer.of(Outcome.NOT_THERE, nss.error.call());
        }
        try {
            int length = nss.signatureLength.call(key);
            if (length <= 0) {
                return failed();
            }
            MemorySegment signature = item(new byte[length]);
            if (nss.sign.call(key, signature, item(sign.data())) != 0) {
                return failed();
            }
            int made = Math.min(length, signature.get(JAVA_INT, ITEM_LENGTH));
            byte[] octets = signature.get(ADDRESS, ITEM_DATA).reinterpret(made).toArray(JAVA_BYTE);
            return new NssAnswer(Outcome.DONE, 0, octets);
        } finally {
            nss.freeKey.call(key);
        }
    }

    private NssAnswer failed() {
        return NssAnswer.of(Outcome.FAILED, nss.error.call());
    }

    private MemorySegment item(byte[] octets) {
        MemorySegment data = arena.allocateFrom(JAVA_BYTE, octets);
        MemorySegment item = arena.allocate(ITEM_OCTETS, ADDRESS.byteAlignment());
        item.set(ADDRESS, ITEM_DATA, data);
        item.set(JAVA_INT, ITEM_LENGTH, octets.length);
        return item;
    }
}
