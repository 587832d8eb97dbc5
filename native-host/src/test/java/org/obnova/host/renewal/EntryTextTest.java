// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
                .issued("0".repeat(64), List.of(new byte[] {2}), NOW)
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
        String newer = text.replace("\"formatVersion\":2", "\"formatVersion\":4");
        assertFault(ErrorCode.JOURNAL_NEWER, () -> EntryText.read(newer.getBytes(UTF_8)));
    }

    @Test
    void entryOfACertificateThatIsNotInstalled_isVersion3_untilItIs() {
        Entry issued = intended.keyMade(key(), "computer", NOW)
                .requested(new byte[] {1}, NOW)
                .receiptSigned(NOW)
                .issued("0".repeat(64), List.of(new byte[] {2}, new byte[] {3, 4}), NOW);
        assertThat(issued.state()).as("the receipt stays signed").isEqualTo(RenewalState.RECEIPT_SIGNED);
        byte[] text = EntryText.write(issued);
        assertThat(new String(text, UTF_8)).contains("\"formatVersion\":3");
        assertThat(EntryText.read(text).chain()).containsExactly(new byte[] {2}, new byte[] {3, 4});
        assertThat(new String(EntryText.write(issued.installed("computer", "0".repeat(64), NOW)), UTF_8))
                .contains("\"formatVersion\":1")
                .doesNotContain("chain");
    }

    @ParameterizedTest
    @EnumSource(KeyFate.class)
    void entryThatWasGivenUp_isVersion3_andSaysWhatBecameOfTheKey(KeyFate fate) {
        byte[] text = EntryText.write(intended.abandoned(fate, NOW));
        assertThat(new String(text, UTF_8)).contains("\"formatVersion\":3").contains("\"abandoned\"");
        assertThat(EntryText.read(text).fate()).isEqualTo(fate);
        assertThat(EntryText.read(text).isLiving()).isFalse();
    }

    @Test
    void entryThatWasGivenUp_isDamaged_whereItDoesNotSayWhatBecameOfTheKey() {
        String text = new String(EntryText.write(intended.abandoned(KeyFate.KEPT, NOW)), UTF_8);
        for (String wrong : List.of(text.replace(",\"key\":\"kept\"", ""), text.replace("\"kept\"", "\"lost\""))) {
            assertThat(wrong).isNotEqualTo(text);
            assertFault(ErrorCode.JOURNAL_DAMAGED, () -> EntryText.read(wrong.getBytes(UTF_8)));
        }
    }

    private static SubjectPublicKeyInfo key() {
        try (SigningKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            return key.publicKey();
        }
    }
}
