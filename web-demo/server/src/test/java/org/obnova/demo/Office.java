// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.obnova.demo.accounts.AccountDirectory;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.KeyFile;
import org.obnova.demo.ca.SignatureCheck;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.enrolment.EnrolmentDesk;
import org.obnova.demo.enrolment.IssuingQueue;
import org.obnova.demo.enrolment.ReceiptCodes;
import org.obnova.demo.enrolment.SeenOutcomes;
import org.obnova.demo.holders.DemoPeople;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderDirectory;
import org.obnova.demo.holders.NonceLogin;
import org.obnova.demo.media.MediaRulesFile;
import org.obnova.demo.notifications.DemoInbox;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.OneTimeCodes;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.notifications.PhoneLoginCodes;
import org.obnova.demo.notifications.PhoneProofCodes;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.regime.RegimeFile;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;

/** The whole server without its web tier, with a clock that tests move, and the people's keys at hand. */
public final class Office implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    public static final String URL = "http://cabinet.localhost:8080";
    public static final Phone ACCOUNTANT_PHONE = new Phone("+79000000001");

    public final CaProfile profile;
    public final Regime regime;
    public final PreparedRegisters registers = new PreparedRegisters();
    public final MovableClock clock;
    public final Openssl openssl;
    public final Database database;
    public final TestAuthority authority;
    public final HolderDirectory holders;
    public final DemoInbox inbox;
    public final OneTimeCodes codes;
    public final AccountDirectory accounts;
    public final PhoneLoginCodes loginCodes;
    public final NonceLogin login;
    public final SignatureCheck signatures;
    public final IssuingQueue queue;
    public final EnrolmentDesk desk;
    public final Map<String, KeyFile> keys = new HashMap<>();
    /** What the queue did. */
    public final SeenOutcomes outcomes = new SeenOutcomes();

    private Office(Path folder, CaProfile profile, Regime regime, MovableClock clock, Duration delay) {
        SecureRandom random = new SecureRandom();
        this.profile = profile;
        this.regime = regime;
        this.clock = clock;
        this.openssl = new Openssl(folder);
        this.database = TestDatabase.open(folder);
        this.authority = TestAuthority.open(database, folder.resolve("ca"), profile, clock, random, URL);
        this.holders =
                new HolderDirectory(database, authority.register(), clock, regime.heads() == Regime.Heads.SERVED);
        this.inbox = new DemoInbox(database, clock, random);
        this.codes = new OneTimeCodes(database, clock, random);
        this.accounts = new AccountDirectory(
                database,
                holders,
                new PhoneProofCodes(codes, inbox, () -> Message.Kind.CALL, random),
                inbox,
                clock,
                random);
        this.loginCodes = new PhoneLoginCodes(
                codes, inbox, phone -> !holders.byPhone(phone).isEmpty(), () -> Message.Kind.CALL, random);
        this.signatures = new SignatureCheck(authority.register(), clock);
        this.login = new NonceLogin(database, holders, signatures, clock, random);
        this.queue = new IssuingQueue(database, authority, inbox, regime, clock, delay, outcomes);
        this.desk = new EnrolmentDesk(
                authority,
                holders,
                new ReceiptCodes(codes, inbox),
                queue,
                registers,
                regime,
                profile,
                MediaRulesFile.bundled(),
                clock,
                random);
        new DemoPeople(database, authority, holders, clock)
                .moveIn(
                        profile,
                        made -> made.forEach(key -> keys.put(key.holder().id() + "-" + key.number(), key.file())));
    }

    /** A new office, at {@link #NOW}; the queue is not started. */
    public static Office open(Path folder, CaProfile profile) {
        return open(folder, profile, new MovableClock(NOW));
    }

    /** An office with that clock; opened over an earlier one's folder it goes on from there, without the keys. */
    public static Office open(Path folder, CaProfile profile, MovableClock clock) {
        return new Office(folder, profile, RegimeFile.preset("current"), clock, Duration.ZERO);
    }

    /** A new office that works as that preset says. */
    public static Office open(Path folder, CaProfile profile, String regime) {
        return new Office(folder, profile, RegimeFile.preset(regime), new MovableClock(NOW), Duration.ZERO);
    }

    /** The main holder. */
    public Holder accountant() {
        return holders.byPhone(ACCOUNTANT_PHONE).getFirst();
    }

    /** The key of a person, {@code korableva-1} for one. */
    public KeyFile key(String name) {
        KeyFile key = keys.get(name);
        if (key == null) {
            throw new AssertionError("no key " + name);
        }
        return key;
    }

    /** The register's entry of a person's certificate. */
    public IssuedCertificate certificate(String name) {
        return authority.register().find(sha256(name)).orElseThrow();
    }

    /** Revokes a certificate, with a CRLReason of RFC 5280 section 5.3.1. */
    public void revoke(IssuedCertificate certificate, int reason) {
        authority.revocations().revoke(certificate, reason, Actor.operator("operator"));
    }

    /** The name of a person's certificate. */
    public String sha256(String name) {
        try {
            byte[] der = key(name).chain().getFirst().getEncoded();
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(der));
        } catch (java.io.IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
