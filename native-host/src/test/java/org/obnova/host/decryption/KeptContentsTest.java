// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.obnova.host.decryption.KeptContents.Part;
import org.obnova.host.fault.ErrorCode;

class KeptContentsTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final List<Runnable> alarms = new ArrayList<>();
    private final KeptContents kept = new KeptContents(() -> now, new SecureRandom(), (time, work) -> {
        assertThat(time).isEqualTo(Duration.ofMinutes(5));
        alarms.add(work);
    });

    @Test
    void parts_areTheWhole_inOrder_andTheLastForgetsIt() {
        byte[] content = content(2 * KeptContents.PART_OCTETS + 1);
        byte[] whole = content.clone();
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        Part part = kept.first("page", new Decrypted("c", content));
        got.writeBytes(part.octets());
        String last = "";
        while (part.next() != null) {
            last = part.next();
            assertThat(last).matches("[A-Za-z0-9_-]{1,128}");
            part = kept.next("page", last);
            assertThat(part.offset()).isEqualTo(got.size());
            got.writeBytes(part.octets());
        }
        assertThat(got.toByteArray()).isEqualTo(whole);
        assertThat(part.total()).isEqualTo(whole.length);
        String gone = last;
        assertFault(ErrorCode.DECRYPTION_FORGOTTEN, () -> kept.next("page", gone));
        assertThat(content).as("zeroed").containsOnly(0);
    }

    @Test
    void aContentOfOnePart_isNotKept() {
        byte[] content = content(KeptContents.PART_OCTETS);
        assertThat(kept.first("page", new Decrypted("c", content)).next()).isNull();
        assertThat(content).containsOnly(0);
        assertThat(kept.first("page", new Decrypted("c", new byte[0])).octets()).isEmpty();
    }

    @Test
    void next_giveNothing_toAnotherPage_orForAMadeUpCursor() {
        String next = next("page");
        for (String cursor : new String[] {
            "", "-", "-1", next + "0", next.replace("-1", "-2"), next.replace("-1", "-9999999999"), "x" + next
        }) {
            assertFault(ErrorCode.DECRYPTION_FORGOTTEN, () -> kept.next("page", cursor));
        }
        assertFault(ErrorCode.DECRYPTION_FORGOTTEN, () -> kept.next("other page", next));
        assertThat(kept.next("page", next).offset()).isEqualTo(KeptContents.PART_OCTETS);
    }

    @Test
    void next_forget_afterFiveMinutes() {
        String next = next("page");
        now = now.plus(Duration.ofMinutes(5));
        assertFault(ErrorCode.DECRYPTION_FORGOTTEN, () -> kept.next("page", next));
    }

    @Test
    void whatNobodyFetches_isZeroed_afterFiveMinutes_thoughNobodyAsks() {
        byte[] content = content(KeptContents.PART_OCTETS + 1);
        kept.first("page", new Decrypted("c", content));
        assertThat(content).doesNotContain(0);

        assertThat(alarms).hasSize(1);
        alarms.getFirst().run();

        assertThat(content).containsOnly(0);
        kept.first("page", new Decrypted("c", content(1)));
        assertThat(alarms).as("nothing is kept of one part").hasSize(1);
    }

    @Test
    void forgetSite_zeroWhatIsKeptForItsPages_andNoOtherSites() {
        byte[] content = content(KeptContents.PART_OCTETS + 1);
        kept.first("https://a.example page", new Decrypted("c", content));
        String other = next("https://a.example.org page");

        kept.forgetSite("https://a.example");

        assertThat(content).containsOnly(0);
        assertThat(kept.next("https://a.example.org page", other).octets()).hasSize(1);
    }

    @Test
    void first_dropWhatThePageHadBefore_andTheOldestOfThree() {
        String before = next("one");
        String ofOne = next("one");
        assertFault(ErrorCode.DECRYPTION_FORGOTTEN, () -> kept.next("one", before));
        String ofTwo = next("two");
        next("three");
        assertFault(ErrorCode.DECRYPTION_FORGOTTEN, () -> kept.next("one", ofOne));
        assertThat(kept.next("two", ofTwo).octets()).hasSize(1);
    }

    private String next(String page) {
        return Objects.requireNonNull(kept.first(page, new Decrypted("c", content(KeptContents.PART_OCTETS + 1)))
                .next());
    }

    private static byte[] content(int octets) {
        byte[] content = new byte[octets];
        for (int i = 0; i < octets; i++) {
            content[i] = (byte) (i % 251 + 1);
        }
        return content;
    }
}
