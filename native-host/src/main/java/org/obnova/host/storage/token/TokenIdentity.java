// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.obnova.host.storage.token.wire.TokenInfo;

/** What tells one token from all others, whatever slot and module show it. */
public record TokenIdentity(String manufacturer, String model, String serial) {
    private static final int NAME_OCTETS = 12;

    /** Drops the padding that some modules leave. */
    public TokenIdentity {
        manufacturer = manufacturer.strip();
        model = model.strip();
        serial = serial.strip();
    }

    /** As the token says it. */
    public static TokenIdentity of(TokenInfo info) {
        return new TokenIdentity(info.manufacturer(), info.model(), info.serial());
    }

    /** All of it in one text. */
    String asText() {
        return manufacturer + "\n" + model + "\n" + serial;
    }

    /** A name of files of this computer alone. */
    String fileName() {
        byte[] all = asText().getBytes(StandardCharsets.UTF_8);
        SHA256Digest digest = new SHA256Digest();
        digest.update(all, 0, all.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return "token-" + HexFormat.of().formatHex(hash, 0, NAME_OCTETS);
    }
}
