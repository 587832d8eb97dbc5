// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;

/**
 * What the process of NSS is asked; it answers once, and ends. Over its input: a kind, the folder, the password, then what the kind needs. Octets are preceded by their
 * number (32 bits, the most significant first).
 */
public sealed interface NssRequest {
    /** Of any part: far more than a certificate or a key has. */
    int MOST_OCTETS = 1 << 20;

    /** The folder of the database. */
    String folder();

    /** Its password; null where none was entered. Its maker closes it. */
    @Nullable
    Secret password();

    /**
     * Certificate and key into the database.
     *
     * @param chain DER; the leaf first
     * @param publicValue of which NSS makes the key's id: the modulus, or the uncompressed point
     * @param pkcs8 its maker closes it
     */
    @SuppressWarnings("ArrayRecordComponent") // Requests are never compared.
    record Put(
            String folder, @Nullable Secret password, List<byte[]> chain, byte[] publicValue, Secret pkcs8, String name)
            implements NssRequest {
        public Put {
            chain = List.copyOf(chain);
        }
    }

    /**
     * The key of a certificate signs.
     *
     * @param data what the mechanism takes, see {@link org.obnova.host.keys.DeviceKeys#toSign}
     */
    @SuppressWarnings("ArrayRecordComponent") // Requests are never compared.
    record Sign(String folder, @Nullable Secret password, byte[] certificate, byte[] data) implements NssRequest {}

    /** Writes it. */
    default void write(DataOutputStream out) throws IOException {
        out.writeByte(this instanceof Put ? 1 : 2);
        octets(out, folder().getBytes(StandardCharsets.UTF_8));
        Secret password = password();
        out.writeBoolean(password != null);
        if (password != null) {
            secret(out, password);
        }
        switch (this) {
            case Put put -> {
                out.writeInt(put.chain().size());
                for (byte[] each : put.chain()) {
                    octets(out, each);
                }
                octets(out, put.publicValue());
                secret(out, put.pkcs8());
                octets(out, put.name().getBytes(StandardCharsets.UTF_8));
            }
            case Sign sign -> {
                octets(out, sign.certificate());
                octets(out, sign.data());
            }
        }
        out.flush();
    }

    /** Reads one; the caller closes the secrets in it. */
    static NssRequest read(DataInputStream in) throws IOException {
        int kind = in.readByte();
        String folder = text(in);
        Secret password = in.readBoolean() ? Secret.owning(octets(in)) : null;
        if (kind == 1) {
            int count = in.readInt();
            if (count < 1 || count > MOST_OCTETS) {
                throw new IOException("a chain of " + count);
            }
            List<byte[]> chain = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                chain.add(octets(in));
            }
            return new Put(folder, password, chain, octets(in), Secret.owning(octets(in)), text(in));
        }
        if (kind == 2) {
            return new Sign(folder, password, octets(in), octets(in));
        }
        throw new IOException("a request of kind " + kind);
    }

    private static void secret(DataOutputStream out, Secret secret) throws IOException {
        byte[] copy = secret.copy();
        try {
            octets(out, copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    private static void octets(DataOutputStream out, byte[] octets) throws IOException {
        out.writeInt(octets.length);
        out.write(octets);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(octets(in), StandardCharsets.UTF_8);
    }

    private static byte[] octets(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_OCTETS) {
            throw new IOException("a part of " + length + " octets");
        }
        return in.readNBytes(length);
    }
}
