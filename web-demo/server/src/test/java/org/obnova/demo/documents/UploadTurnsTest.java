// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;

/** Two files are inspected at once; whoever comes meanwhile is told to come back, before a byte of the file is in memory. */
class UploadTurnsTest {
    private static final Findings FINE = new Findings(1, 300, 0);

    @TempDir
    Path folder;

    /** What happens while a file is inspected. */
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();

    private Database database;
    private KeptUploads uploads;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        Inspector inspector = (file, format, kind, draft) -> {
            if (!meanwhile.isEmpty()) {
                meanwhile.pop().run();
            }
            return FINE;
        };
        uploads = new KeptUploads(
                database,
                folder.resolve("uploads"),
                inspector,
                new HeifConvert(java.util.List.of()),
                Duration.ofMillis(1),
                InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z")),
                new SecureRandom());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void third_isToldToComeBack_unread_andTheTurnIsFreeAgainAfterwards() {
        meanwhile.add(this::add);
        meanwhile.add(this::refusedUnread);

        add();

        assertThat(meanwhile).isEmpty();
        assertThat(uploads.list("a1")).hasSize(2);
        add();
        assertThat(uploads.list("a1")).hasSize(3);
    }

    @Test
    void refusal_givesTheTurnBack() {
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> uploads.add("a1", UploadKind.SNILS, "scan.png", InputStream.nullInputStream()))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UPLOAD_DAMAGED));
        }
        add();
    }

    private void add() {
        uploads.add("a1", UploadKind.SNILS, "scan.png", Scans.stream(Scans.png(900, 1240, 300)));
    }

    private void refusedUnread() {
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read before its turn");
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return read();
            }
        };
        assertThatThrownBy(() -> uploads.add("a1", UploadKind.SNILS, "scan.png", unread))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS));
    }
}
