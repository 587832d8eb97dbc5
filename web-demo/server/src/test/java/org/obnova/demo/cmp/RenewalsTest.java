// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Office;
import org.obnova.demo.audit.StoredAuditLog;
import org.obnova.demo.ca.AcceptedRequest;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.IssuedCertificate;

/** What happens between the steps of a renewal: other requests with the same certificate, and its revocation. */
class RenewalsTest {
    private static final int KEY_COMPROMISE = 1;

    @TempDir
    private Path folder;

    private Office office;
    private Renewals renewals;
    private RenewalRepository rows;
    private IssuedCertificate old;

    @BeforeEach
    void open() {
        office = Office.open(folder, CaProfile.EC);
        renewals = new Renewals(
                office.database,
                office.authority,
                new StoredAuditLog(office.database, office.clock),
                MachineRules.of(folder),
                Duration.ZERO,
                office.clock,
                new SecureRandom());
        rows = new RenewalRepository(office.database);
        old = office.certificate("korableva-1");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void anotherKey_isRefused_whileARenewalIsOpen() throws Exception {
        Renewal first = begin("01");

        assertRefused(() -> begin("02"), PKIFailureInfo.duplicateCertReq);

        renewals.reject(first);
        assertThat(begin("03").isOpen()).isTrue();
    }

    @Test
    void severalOpenRenewals_yieldOneCertificate() throws Exception {
        Renewal first = issue(begin("01")).orElseThrow();
        Renewal second = issue(beside(first, "02")).orElseThrow();
        Renewal third = beside(first, "03");
        renewals.confirm(first);

        assertRefused(() -> renewals.confirm(second), PKIFailureInfo.notAuthorized);
        assertRefused(() -> issue(third), PKIFailureInfo.notAuthorized);
        assertRefused(() -> begin("04"), PKIFailureInfo.notAuthorized);

        assertThat(now().renewedBy()).isEqualTo(first.certificate());
        office.clock.advance(Renewals.CONFIRM_WITHIN.plusSeconds(1));
        renewals.tidy();
        assertThat(renewals.certificate(find("02")).revoked()).isNotNull();
        assertThat(find("03").certificate()).isNull();
    }

    @Test
    void revokedSinceTheRequestWasRead_yieldsNothing() throws Exception {
        Renewal waiting = begin("01");
        office.revoke(old, KEY_COMPROMISE);

        assertRefused(() -> issue(waiting), PKIFailureInfo.certRevoked);
        assertRefused(() -> begin("02"), PKIFailureInfo.certRevoked);

        assertThat(find("01").certificate()).isNull();
        assertThat(office.authority.register().knowsKey(waiting.key().keyId())).isFalse();
    }

    @Test
    void revokedSinceTheIssue_isNotConfirmed() throws Exception {
        Renewal issued = issue(begin("01")).orElseThrow();
        office.revoke(old, KEY_COMPROMISE);

        assertRefused(() -> renewals.confirm(issued), PKIFailureInfo.certRevoked);

        assertThat(now().renewedBy()).isNull();
        assertThat(find("01").state()).isEqualTo(Renewal.State.ISSUED);
    }

    @Test
    void mark_isMadeOnce() {
        String one = office.sha256("korableva-2");

        assertThat(office.authority.register().markRenewedOnce(old.sha256(), one))
                .isTrue();
        assertThat(office.authority.register().markRenewedOnce(old.sha256(), office.sha256("korableva-3")))
                .isFalse();
        assertThat(now().renewedBy()).isEqualTo(one);
    }

    /** As it was read with the message: nothing that happened later is in it. */
    private Renewal begin(String id) throws NoSuchAlgorithmException {
        return renewals.begin(id, old, key(), false);
    }

    private Optional<Renewal> issue(Renewal renewal) {
        return renewals.issue(renewal, old, CaProfile.EC);
    }

    /** A second open one, as a database may have it from before only one was allowed. */
    private Renewal beside(Renewal first, String id) throws NoSuchAlgorithmException {
        Renewal second = new Renewal(
                id,
                first.signer(),
                key(),
                Renewal.State.WAITING,
                null,
                false,
                first.nonce(),
                first.due(),
                first.until());
        rows.insert(second);
        return second;
    }

    private Renewal find(String id) {
        return rows.find(id).orElseThrow();
    }

    private IssuedCertificate now() {
        return office.certificate("korableva-1");
    }

    private static AcceptedRequest key() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return AcceptedRequest.of(generator.generateKeyPair().getPublic().getEncoded());
    }

    private static void assertRefused(ThrowingCallable step, int failure) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(step)
                .extracting(Refusal::failure)
                .isEqualTo(failure);
    }
}
