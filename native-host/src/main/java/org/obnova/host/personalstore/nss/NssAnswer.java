// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the process of NSS answers.
 *
 * @param error NSS's own number (SEC_ERROR_… of secerr.h), else 0
 * @param octets a signature, else none
 */
// Answers are never compared; the order of outcomes is that of the wire.
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"})
public record NssAnswer(Outcome outcome, int error, byte[] octets) {
    /** How it went; the order is that of the wire. */
    public enum Outcome {
        /** It is done. */
        DONE,
        /** It was done before. */
        ALREADY,
        /** The database has a password, and none was given. */
        PASSWORD_WANTED,
        /** The password is another. */
        PASSWORD_WRONG,
        /** The certificate is not there, or has no key. */
        NOT_THERE,
        /** NSS cannot open the database. */
        NOT_OPENED,
        /** NSS has opened it, and then failed. */
        FAILED,
        /** There is no NSS on this computer. */
        NO_NSS
    }

    /** Without octets. */
    public static NssAnswer of(Outcome outcome, int error) {
        return new NssAnswer(outcome, error, new byte[0]);
    }

    /** Writes it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeUTF(outcome.name());
        out.writeInt(error);
        out.writeInt(octets.length);
        out.write(octets);
        out.flush();
    }

    /** Reads it. */
    public static NssAnswer read(DataInputStream in) throws IOException {
        Outcome outcome = outcome(in.readUTF());
        int error = in.readInt();
        int length = in.readInt();
        if (length < 0 || length > NssRequest.MOST_OCTETS) {
            throw new IOException("an answer that nobody understands");
        }
        return new NssAnswer(outcome, error, in.readNBytes(length));
    }

    private static Outcome outcome(String name) throws IOException {
        for (Outcome each : Outcome.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IOException("an answer that nobody understands");
    }
}
