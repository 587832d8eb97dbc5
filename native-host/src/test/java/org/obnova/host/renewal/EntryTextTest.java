// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.security.SecureRandom;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.person.Workplace;
import org.obnova.host.storage.KeyMark;

class EntryTextTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final KeyMark.OfObject OBJECT = new KeyMark.OfObject(new byte[] {0, 1, (byte) 0xfe});

    private final Entry intended = Entry.intended(ID, Workplace.order(KeyAlgorithm.EC_P256), NOW);

    @Test
    void entryOfAKeyThatTheHostMakes_isVersion1_whichOlderHostsRead() {
        Entry about = intended.aboutToWrite(new KeyMark.OfPublicKey(key()), "computer", NOW);
        String text = new String(EntryText.write(about), UTF_8);
        assertThat(text).contains("\"formatVersion\":1").doesNotContain("\"object\"");
        assertThat(EntryText.read(text.getBytes(UTF_8)).mark()).isEqualTo(about.mark());
    }

    @Test
    void entryOfAKeyThatATokenMakes_isVersion2_andKeepsItsObjectToTheEnd() {
        Entry about = intended.aboutToWrite(OBJECT, "token-1", NOW);
        assertThat(about.mark()).isEqualTo(OBJECT);
        String text = new String(EntryText.write(about), UTF_8);
        assertThat(text).contains("\"formatVersion\":2").contains("\"object\":\"0001fe\"");
        Entry read = EntryText.read(text.getBytes(UTF_8));
        assertThat(read).isEqualTo(about);

        SubjectPublicKeyInfo key = key();
        Entry done = read.keyMade(key, "token-1", NOW)
                .requested(new byte[] {1}, NOW)
                .issued("0".repeat(64), NOW)
                .installed("token-1", "0".repeat(64), NOW)
                .backedUp(NOW);
        Entry readAgain = EntryText.read(EntryText.write(done));
        assertThat(readAgain.object()).isEqualTo(OBJECT);
        assertThat(readAgain.mark()).as("once known, the public key is surer").isEqualTo(new KeyMark.OfPublicKey(key));
    }

    @Test
    void entry_isRefused_withAnObjectThatIsNotHexadecimal_andInANewerVersion() {
        String text = new String(EntryText.write(intended.aboutToWrite(OBJECT, "token-1", NOW)), UTF_8);
        assertFault(
                ErrorCode.JOURNAL_DAMAGED,
                () -> EntryText.read(text.replace("0001fe", "0001fx").getBytes(UTF_8)));
        String newer = text.replace("\"formatVersion\":2", "\"formatVersion\":3");
        assertFault(ErrorCode.JOURNAL_NEWER, () -> EntryText.read(newer.getBytes(UTF_8)));
    }

    private static SubjectPublicKeyInfo key() {
        try (SigningKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            return key.publicKey();
        }
    }
}
