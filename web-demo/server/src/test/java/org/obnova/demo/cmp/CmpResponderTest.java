// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Office;
import org.obnova.demo.audit.StoredAuditLog;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** When the key that signs the answers is made: at the start, under its lock, and never on a request. */
class CmpResponderTest {
    @TempDir
    private Path folder;

    @Test
    void key_isMadeBeforeAnyRequest() {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            Set<String> before = keys();
            CmpResponder responder = responder(office);
            Set<String> made = keys();

            assertThat(made).containsAll(before).hasSize(before.size() + 1);
            assertThat(responder.answer(new byte[0])).isNotEmpty();
            assertThat(keys()).isEqualTo(made);
        }
    }

    @Test
    void withoutMachines_thereIsNoKey_andNoRequestMakesOne() {
        try (Office office = Office.open(folder, CaProfile.GOST256)) {
            Set<String> before = keys();
            CmpResponder responder = responder(office);

            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> responder.answer(new byte[0]))
                    .extracting(Problem::code)
                    .isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(keys()).isEqualTo(before);
        }
    }

    private CmpResponder responder(Office office) {
        return new CmpResponder(
                office.database,
                office.authority,
                new StoredAuditLog(office.database, office.clock),
                MachineRules.of(folder),
                office.profile,
                Duration.ZERO,
                office.clock,
                new SecureRandom());
    }

    private Set<String> keys() {
        return new TreeSet<>(
                Set.of(Objects.requireNonNull(folder.resolve("ca").toFile().list())));
    }
}
