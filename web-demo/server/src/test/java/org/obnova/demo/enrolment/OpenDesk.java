// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.media.Medium;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** A desk that is open for one test, and the accountant's applications taken to a step. */
class OpenDesk {
    static final CaProfile EC = CaProfile.EC;
    static final Medium STICK = new Medium("removable", null, null, "Флешка «ИВАНОВА»");

    @TempDir
    Path folder;

    Office office;
    EnrolmentDesk desk;

    @BeforeEach
    void open() {
        office = Office.open(folder, EC);
        desk = office.desk;
    }

    @AfterEach
    void close() {
        office.close();
    }

    String installed(String certificate) {
        return installed(certificate, STICK);
    }

    String installed(String certificate, Medium medium) {
        String id = signed(certificate);
        desk.chooseMedium(id, medium);
        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        office.queue.work();
        byte[] text = desk.receipt(id).text().getBytes(UTF_8);
        desk.receiveReceipt(id, office.openssl.sign(office.key(certificate), EC, text));
        desk.markInstalled(id);
        return id;
    }

    Application opened(String certificate) {
        return desk.open(office.sha256(certificate), office.accountant());
    }

    String signed(String certificate) {
        String id = opened(certificate).id();
        desk.begin(id);
        desk.confirmData(id);
        byte[] text = desk.statement(id).text().getBytes(UTF_8);
        desk.receiveStatement(id, office.openssl.sign(office.key(certificate), EC, text));
        return id;
    }

    String issued(String certificate) {
        String id = signed(certificate);
        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        office.queue.work();
        return id;
    }

    static void refused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo(code);
    }
}
