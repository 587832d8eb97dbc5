// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.MovableClock;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.timestamp.OwnStamps;
import org.obnova.demo.timestamp.StampCheck;
import org.obnova.demo.timestamp.TimeStampAuthority;

/** Whoever gets past the triggers is found: by our own check, and by a script of jq, sha256sum and openssl. */
class AuditCheckTest {
    private static final Path SCRIPT = Path.of("..", "doc", "verify-audit.sh");

    @TempDir
    Path folder;

    private Office office;
    private StoredAuditLog log;
    private AuditHeads heads;

    @BeforeEach
    void open() {
        office = Office.open(folder, CaProfile.EC, new MovableClock(Instant.now()));
        log = new StoredAuditLog(office.database, office.clock);
        heads = heads();
        for (int i = 0; i < 3; i++) {
            log.record(Actor.operator("op-1"), AuditAction.REVIEW_APPROVED, About.object("application", "A-" + i));
        }
        heads.stamp();
        log.record(Actor.operator("op-1"), AuditAction.REVIEW_REJECTED, About.object("application", "A-3"));
        heads.stamp();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private AuditHeads heads() {
        SecureRandom random = new SecureRandom();
        OwnStamps stamps = new OwnStamps(
                new TimeStampAuthority(office.authority.timeStamps(CaProfile.EC), office.clock, random), random);
        return new AuditHeads(office.database, log, digest -> stamps.token(NISTObjectIdentifiers.id_sha256, digest));
    }

    @Test
    void wholeLog_isWhole_toUs_andToTheScript() throws Exception {
        AuditCheck.Verdict verdict = check().verdict();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(log.length());
        assertThat(verdict.heads()).isEqualTo(2);
        assertThat(script(exported())).isEqualTo("whole: " + log.length() + " entries, 2 stamped heads\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "changed      | UPDATE audit_entry SET actor = 'op-2' WHERE number = 3                                             | entry 3: was changed",
                "changed time | UPDATE audit_entry SET at = at + 1 WHERE number = 3                                                | entry 3: was changed",
                "removed      | DELETE FROM audit_entry WHERE number = 3                                                           | entry 3: is missing",
                "first gone   | DELETE FROM audit_entry WHERE number = 1                                                           | entry 1: is missing",
                "reordered    | UPDATE audit_entry SET number = CASE number WHEN 3 THEN -4 ELSE -3 END WHERE number IN (3, 4)      | entry 3: ",
                "inserted     | INSERT INTO audit_entry SELECT number + 1, at, role, actor, action, object, digest, hash, 'x' FROM audit_entry WHERE number = (SELECT max(number) FROM audit_entry) | was changed",
                "cut off      | DELETE FROM audit_entry WHERE number = (SELECT max(number) FROM audit_entry)                       | is missing",
                "other action | UPDATE audit_entry SET action = 'nothing-known' WHERE number = 3                                   | entry 3: was changed"
            })
    void tampering_isFound_byUs_andByTheScript(String how, String statement, String finding) throws Exception {
        pastTheTriggers(statement, "UPDATE audit_entry SET number = -number WHERE number < 0");

        assertThat(check().verdict().findings()).as(how).anyMatch(found -> found.contains(finding));
        assertThat(script(exported())).as(how).startsWith("entry ");
    }

    @Test
    void chainComputedAnew_isFound_byTheStamps() throws Exception {
        List<AuditLine> lines = StoredAuditLog.lines(office.database, 0, 1000);
        AuditLine last = lines.getLast();
        AuditLine forged = new AuditLine(
                last.number(),
                last.at(),
                "operator:op-2",
                last.action(),
                last.object(),
                last.digest(),
                last.previous(),
                "");
        String hash = Sha256.hex(forged.canonical());
        pastTheTriggers("UPDATE audit_entry SET actor = 'op-2', hash = '" + hash + "' WHERE number = " + last.number());

        assertThat(check().verdict().findings())
                .containsExactly("entry " + last.number() + ": is another one than was stamped or exported");
        assertThat(script(exported())).contains("was stamped, and is missing or another one");
    }

    @Test
    void forgedHead_isFound_byItsStamp() throws Exception {
        AuditHead head = AuditHeads.all(office.database).getFirst();
        pastTheTriggers(
                "UPDATE audit_head SET number = 2, hash = (SELECT hash FROM audit_entry WHERE number = 2) WHERE number = "
                        + head.number());

        assertThat(check().verdict().findings()).containsExactly("head 2: its time stamp does not hold");
        assertThat(script(exported())).contains("head 2: its time stamp does not hold");
    }

    @Test
    void endCutOff_withItsHeads_isFound_byAnEarlierExport() throws Exception {
        String kept = exported();
        long length = log.length();
        pastTheTriggers(
                "DELETE FROM audit_head WHERE number = " + length, "DELETE FROM audit_entry WHERE number = " + length);

        assertThat(check().verdict().whole()).isTrue();
        assertThat(check().verdict(kept).findings())
                .containsExactly(
                        "entry " + length + ": is missing, though it was exported; the end of the log was cut off");
    }

    @Test
    void heads_areStamped_onlyWhereSomethingHappened() {
        heads.stamp();

        assertThat(AuditHeads.all(office.database)).hasSize(2);
    }

    private AuditCheck check() {
        return new AuditCheck(office.database, new StampCheck(office.authority.authorityCertificates())::holds);
    }

    private void pastTheTriggers(String... statements) {
        office.database.update(handle -> {
            for (String trigger : List.of(
                    "entry_stays", "entry_remains", "entry_follows", "head_stays", "head_remains", "head_follows")) {
                handle.execute("DROP TRIGGER audit_" + trigger);
            }
            for (String statement : statements) {
                handle.execute(statement);
            }
        });
    }

    private String exported() throws IOException {
        StringBuilder lines = new StringBuilder();
        new AuditExport(office.database).write(lines);
        return lines.toString();
    }

    private String script(String export) throws Exception {
        Path file = Files.writeString(folder.resolve("export.jsonl"), export);
        Path roots = office.openssl.certificate(office.authority.roots().getFirst());
        Process process = new ProcessBuilder("bash", SCRIPT.toString(), file.toString(), roots.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor() == 0).isEqualTo(said.startsWith("whole: "));
        return said;
    }
}
