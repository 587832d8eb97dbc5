// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class MagmaTest {
    /** RFC 8891 appendix A.4 and A.5. */
    @Test
    void theStandardsExample_encryptsAndDecrypts() {
        HexFormat hex = HexFormat.of();
        KeyParameter key =
                new KeyParameter(hex.parseHex("ffeeddccbbaa99887766554433221100f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"));
        byte[] block = hex.parseHex("fedcba9876543210");
        Magma magma = new Magma();
        magma.init(true, key);
        magma.processBlock(block, 0, block, 0);
        assertThat(hex.formatHex(block)).isEqualTo("4ee901e5c2d8ca3d");
        magma.init(false, key);
        magma.processBlock(block, 0, block, 0);
        assertThat(hex.formatHex(block)).isEqualTo("fedcba9876543210");
    }
}
