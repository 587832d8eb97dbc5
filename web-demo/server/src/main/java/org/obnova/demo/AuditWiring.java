// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditHeads;
import org.obnova.demo.audit.StoredAuditLog;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.store.Database;
import org.obnova.demo.timestamp.OwnStamps;
import org.obnova.demo.timestamp.TimeStampAuthority;

/** The server's own entries in the audit log: when it worked, and how it was set; and the stamps on the log. */
final class AuditWiring implements AutoCloseable {
    private static final Actor SERVER = Actor.server("server");

    private final StoredAuditLog log;
    private final AuditHeads heads;

    AuditWiring(
            Database database, TestAuthority authority, CaProfile profile, InstantSource clock, SecureRandom random) {
        this.log = new StoredAuditLog(database, clock);
        OwnStamps stamps = new OwnStamps(new TimeStampAuthority(authority.timeStamps(profile), clock, random), random);
        this.heads = new AuditHeads(database, log, digest -> stamps.token(NISTObjectIdentifiers.id_sha256, digest));
    }

    /** Says that the server works, under that regime: its name where it is one of ours, and the digest of all that is set. */
    void start(Regime regime, CaProfile profile) {
        String settings = "profile=" + profile.cliName() + "\n" + regime + "\n";
        log.record(
                SERVER,
                AuditAction.SERVER_STARTED,
                About.object("server", profile.cliName(), settings.getBytes(StandardCharsets.UTF_8)));
        heads.start();
    }

    /** Says that it ends, and stamps the log for the last time. */
    @Override
    public void close() {
        log.record(SERVER, AuditAction.SERVER_STOPPED, About.object("server", "demo"));
        heads.close();
    }
}
