// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.fault.Fault;

class ElementsTest {
    /** Eight MiB of empty OCTET STRINGs, as indefinite and as definite content: four million objects for 128 MiB of heap. */
    @ParameterizedTest
    @ValueSource(strings = {"2480", "24837FFFFE"})
    void messageOfMillionsOfElements_beRefused_beforeAnyIsBuilt(String start) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(HexFormat.of().parseHex(start));
        for (int i = 0; i < (4 << 20) - 1; i++) {
            message.write(0x04);
            message.write(0x00);
        }

        assertThatThrownBy(() -> Elements.requireFew(message.toByteArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("elements");
        assertThatThrownBy(() -> EncryptedMessage.read(message.toByteArray()))
                .isInstanceOf(Fault.class)
                .cause()
                .hasMessageContaining("elements");
    }

    @Test
    void elementsInsideOfOthers_beCounted_howeverDeep() {
        byte[] nested = new byte[2 * Elements.MOST + 2];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }

        assertThatThrownBy(() -> Elements.requireFew(nested)).hasMessageContaining("elements");
        assertThatNoException().isThrownBy(() -> Elements.requireFew(Arrays.copyOf(nested, nested.length - 2)));
    }

    /** As streaming programs write it: pieces of a thousand octets. */
    @Test
    void thirtyTwoMebioctets_inPieces_beFew() throws IOException {
        byte[] content = new byte[32 << 20];
        Arrays.fill(content, (byte) 0x30);
        byte[] message = new ContentInfo(CMSObjectIdentifiers.data, new BEROctetString(content)).getEncoded();

        assertThatNoException().isThrownBy(() -> Elements.requireFew(message));
    }

    @ParameterizedTest
    @CsvSource({
        "0480, indefinite and without parts",
        "0405AABB, longer than the message",
        "04, ends after the tag",
        "0485010000000000, a length of five octets",
        "0484FFFFFFFF, a length beyond two GiB",
        "1FFFFFFFFFFFFF0100, a tag of seven octets",
        "308400000010, longer than the message though it has parts"
    })
    void headerThatIsNone_beRefused(String hex, String why) {
        assertThatThrownBy(() -> Elements.requireFew(HexFormat.of().parseHex(hex)))
                .as(why)
                .isInstanceOf(IOException.class);
    }
}
