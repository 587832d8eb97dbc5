// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are two files. */
class DisguiseTest {
    private static final byte[] PICTURE = Scans.jpeg(900, 1240, 300);

    @Test
    void plainFiles_areOneFile() {
        assertThat(Disguise.worn(FileFormat.JPEG, PICTURE)).isFalse();
        assertThat(Disguise.worn(FileFormat.PNG, Scans.png(900, 1240, 300))).isFalse();
        assertThat(Disguise.worn(FileFormat.TIFF, Scans.tiff(2, 900, 1240))).isFalse();
        assertThat(Disguise.worn(FileFormat.PDF, Scans.pdf(1, 200))).isFalse();
    }

    @Test
    void archiveBehindAPicture_isFound() {
        assertThat(Disguise.worn(FileFormat.JPEG, Scans.joined(PICTURE, zip(""))))
                .isTrue();
        assertThat(Disguise.worn(FileFormat.PDF, Scans.joined(Scans.blank(1), zip("with a comment"))))
                .isTrue();
    }

    @Test
    void pdfInAPicture_isFound() {
        assertThat(Disguise.worn(
                        FileFormat.JPEG,
                        Scans.joined(PICTURE, "\n".getBytes(StandardCharsets.US_ASCII), Scans.blank(1))))
                .isTrue();
        byte[] inside = PICTURE.clone();
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, inside, 400, 8);
        assertThat(Disguise.worn(FileFormat.JPEG, inside)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<HTML>", "<?php system($_GET[0]); ?>", "<svg onload=x>"})
    void markupInAPicture_isFound(String markup) {
        byte[] tail = markup.getBytes(StandardCharsets.US_ASCII);

        assertThat(Disguise.worn(FileFormat.GIF, Scans.joined(Scans.written("gif", 90, 120), tail)))
                .isTrue();
    }

    private static byte[] zip(String comment) {
        return Scans.bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setComment(comment);
                zip.putNextEntry(new ZipEntry("evil.exe"));
                zip.write(1);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
