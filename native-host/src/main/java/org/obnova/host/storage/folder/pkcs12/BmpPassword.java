// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.obnova.host.secret.Secret;

/** Passwords as PKCS#12 hashes them: UTF-16 with the highest octet first, then two zeros (RFC 7292 appendix B.1). */
final class BmpPassword {
    private BmpPassword() {}

    /** The octets; the caller zeroes them. */
    static byte[] of(Secret password) {
        byte[] utf8 = password.copy();
        CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        byte[] bmp = new byte[2 * characters.remaining() + 2];
        ByteBuffer.wrap(bmp).asCharBuffer().put(characters);
        Arrays.fill(characters.array(), '\0');
        Arrays.fill(utf8, (byte) 0);
        return bmp;
    }

    /** As Java's PBE does it (its MAC does not): the lowest seven bits of each octet of UTF-8 for a character. The caller zeroes them. */
    static byte[] ofJava(Secret password) {
        byte[] utf8 = password.copy();
        byte[] bmp = new byte[2 * utf8.length + 2];
        for (int i = 0; i < utf8.length; i++) {
            bmp[2 * i + 1] = (byte) (utf8[i] & 0x7F);
        }
        Arrays.fill(utf8, (byte) 0);
        return bmp;
    }
}
