// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** The process of its own in which a file is read. */
class ProcessInspectorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void verdict_comesBack_withThePictures() throws IOException {
        Findings findings = inspect(256, PATIENCE, Scans.png(900, 1240, 300));

        assertThat(findings).isEqualTo(new Findings(1, 300, 1));
        assertThat(folder.resolve("1.jpg")).isRegularFile();
    }

    @Test
    void refusal_comesBack_withItsValues() {
        assertThatThrownBy(() -> inspect(256, PATIENCE, Scans.png(900, 1240, 150)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.UPLOAD_RESOLUTION);
                    assertThat(problem.values()).containsEntry("found", "150");
                });
    }

    @Test
    void decompressionBomb_endsItsProcessOnly() {
        byte[] bomb = bomb();
        assertThat(bomb.length).isLessThan(UploadKind.MOST_BYTES);

        assertRefused(ProblemCode.UPLOAD_TOO_HEAVY, 64, PATIENCE, bomb);
    }

    @Test
    void fileThatTakesTooLong_isGivenUp() {
        assertRefused(ProblemCode.UPLOAD_TOO_HEAVY, 256, Duration.ofMillis(1), Scans.png(900, 1240, 300));

        assertThat(ProcessHandle.current().children())
                .as("nobody writes into the folder any more")
                .noneMatch(child -> child.info().commandLine().orElse("").contains(folder.toString()));
    }

    /** A page whose content is 400 MB of one never ending text, in 400 KB. */
    private static byte[] bomb() {
        return Scans.pdf(document -> {
            PDPage page = new PDPage();
            document.addPage(page);
            COSStream content = new COSStream();
            content.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            try (OutputStream raw = content.createRawOutputStream();
                    DeflaterOutputStream deflated = new DeflaterOutputStream(raw)) {
                deflated.write('(');
                byte[] megabyte = new byte[1 << 20];
                java.util.Arrays.fill(megabyte, (byte) 'a');
                for (int count = 0; count < 400; count++) {
                    deflated.write(megabyte);
                }
            }
            page.setContents(new PDStream(content));
        });
    }

    private Findings inspect(int megabytes, Duration patience, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        return new ProcessInspector(System.getProperty("java.class.path"), megabytes, patience)
                .inspect(file, FileFormat.of(bytes).orElseThrow(), UploadKind.SNILS, folder);
    }

    private void assertRefused(ProblemCode code, int megabytes, Duration patience, byte[] bytes) {
        assertThatThrownBy(() -> inspect(megabytes, patience, bytes))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
