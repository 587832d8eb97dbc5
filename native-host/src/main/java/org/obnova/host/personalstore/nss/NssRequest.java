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

    /** TLS servers, mail, code. */
    int FLAGS = 3;

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

    /**
     * A root certificate: how it stands, that it be trusted, or that it stand as it did.
     *
     * @param name of the certificate, where it is put
     * @param trust the flags of certdb.h (CERTDB_…) for TLS servers, mail and code that it shall have
     */
    @SuppressWarnings("ArrayRecordComponent") // Requests are never compared.
    record Root(
            String folder,
            @Nullable Secret password,
            Action action,
            byte[] certificate,
            String name,
            List<Integer> trust)
            implements NssRequest {
        public Root {
            trust = List.copyOf(trust);
        }

        /** What is done with it; the order is that of the wire. */
        public enum Action {
            /** Nothing is changed; the answer's octets are its flags, 32 bits each. */
            LOOK,
            /** It is put where it is not, and gets the flags. */
            TRUST,
            /** It goes. */
            REMOVE
        }
    }

    /** Writes it. */
    default void write(DataOutputStream out) throws IOException {
        out.writeByte(
                switch (this) {
                    case Put _ -> 1;
                    case Sign _ -> 2;
                    case Root _ -> 3;
                });
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
            case Root root -> {
                out.writeUTF(root.action().name());
                octets(out, root.certificate());
                octets(out, root.name().getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < FLAGS; i++) {
                    out.writeInt(root.trust().get(i));
                }
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
        if (kind == 3) {
            Root.Action action = action(in.readUTF());
            return new Root(
                    folder, password, action, octets(in), text(in), List.of(in.readInt(), in.readInt(), in.readInt()));
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

    private static Root.Action action(String name) throws IOException {
        for (Root.Action each : Root.Action.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IOException("an action that nobody understands");
    }
}
