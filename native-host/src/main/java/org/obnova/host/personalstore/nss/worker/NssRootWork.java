// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.obnova.host.personalstore.nss.NssAnswer;
import org.obnova.host.personalstore.nss.NssAnswer.Outcome;
import org.obnova.host.personalstore.nss.NssRequest;

/** Does what is asked about a root certificate. */
@SuppressWarnings("restricted") // Native access is granted by the start command.
final class NssRootWork {
    /** SECItem: type, data, length. */
    private static final long ITEM_OCTETS = 24;

    private static final long ITEM_DATA = 8;
    private static final long ITEM_LENGTH = 16;
    private static final long TRUST_OCTETS = 12;

    private final NssLibrary nss;
    private final Arena arena;

    NssRootWork(NssLibrary nss, Arena arena) {
        this.nss = nss;
        this.arena = arena;
    }

    NssAnswer answer(MemorySegment slot, NssRequest.Root root) {
        // Not by its slot: a certificate that was found so does not tell that it is distrusted (NSS 3.87).
        MemorySegment certificate = nss.findByDer.call(nss.defaultCertDb.call(), item(root.certificate()));
        if (certificate.address() == 0) {
            return switch (root.action()) {
                case LOOK, REMOVE -> NssAnswer.of(Outcome.NOT_THERE, 0);
                case TRUST -> put(slot, root);
            };
        }
        try {
            return switch (root.action()) {
                case LOOK -> look(certificate);
                case TRUST -> trust(certificate, root);
                case REMOVE -> nss.deleteCertificate.call(certificate) == 0 ? NssAnswer.of(Outcome.DONE, 0) : failed();
            };
        } finally {
            nss.freeCertificate.call(certificate);
        }
    }

    private NssAnswer look(MemorySegment certificate) {
        MemorySegment trust = arena.allocate(TRUST_OCTETS, JAVA_INT.byteAlignment());
        ByteBuffer flags = ByteBuffer.allocate((int) TRUST_OCTETS);
        if (nss.certificateTrust.call(certificate, trust) == 0) {
            for (int i = 0; i < NssRequest.FLAGS; i++) {
                flags.putInt(trust.getAtIndex(JAVA_INT, i));
            }
        }
        return new NssAnswer(Outcome.DONE, 0, flags.array());
    }

    private NssAnswer put(MemorySegment slot, NssRequest.Root root) {
        MemorySegment certificate = nss.newTempCertificate.call(
                nss.defaultCertDb.call(), item(root.certificate()), MemorySegment.NULL, 0, 1);
        if (certificate.address() == 0) {
            return failed();
        }
        try {
            if (nss.importCertificate.call(slot, certificate, 0, arena.allocateFrom(root.name()), 0) != 0) {
                return failed();
            }
            return trust(certificate, root);
        } finally {
            nss.freeCertificate.call(certificate);
        }
    }

    private NssAnswer trust(MemorySegment certificate, NssRequest.Root root) {
        MemorySegment trust = arena.allocate(TRUST_OCTETS, JAVA_INT.byteAlignment());
        for (int i = 0; i < NssRequest.FLAGS; i++) {
            trust.setAtIndex(JAVA_INT, i, root.trust().get(i));
        }
        return nss.changeTrust.call(nss.defaultCertDb.call(), certificate, trust) == 0
                ? NssAnswer.of(Outcome.DONE, 0)
                : failed();
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
