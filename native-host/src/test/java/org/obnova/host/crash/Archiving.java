// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.backup.Archived;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.storage.KeyStorage;

/** Two certificates of earlier years and their keys are copied from another medium to the computer. */
final class Archiving implements Flow {
    private static final List<String> EARLIER = List.of("earlier", "earliest");

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Optional<Flow> after() {
        return Optional.of(new MakingRequest());
    }

    @Override
    public void prepare(Desk desk, TestAuthority authority) {
        KeyStorage drive = desk.host().storages().folder(desk.drive());
        for (int year = 1; year <= EARLIER.size(); year++) {
            try (SoftwareKey key = new KeyGenerator().generate(desk.manner().algorithm, new SecureRandom())) {
                X509CertificateHolder certificate = authority.issue(
                        Workplace.HOLDER.toX500Name(),
                        key.publicKey(),
                        Workplace.NOW.minus(Duration.ofDays(365L * (year + 1))));
                desk.host().put(drive, key, List.of(certificate, authority.root()), desk.copyPassword());
                desk.tell(EARLIER.get(year - 1), certificate.getEncoded());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public byte[] perform(Desk desk) {
        List<String> certificates = EARLIER.stream().map(desk::thumbprint).toList();
        desk.host().person().enters(desk.copyPassword(), desk.copyPassword()).makesUp(desk.newPassword());
        Archived archived = desk.host().archive().archive(new FakeTask(), certificates);
        if (!archived.left().isEmpty()) {
            // What was not copied is told with its reason.
            throw new Fault(archived.left().getFirst().reason(), "left");
        }
        return String.join(" ", archived.certificates()).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void requireWhole(Desk desk, Judge judge) {
        judge.requireListed(desk, EARLIER.stream().map(desk::thumbprint).toList());
        long copies = desk.host().storages().all().getFirst().containers().stream()
                .filter(each -> !each.chain().isEmpty())
                .count();
        Judge.require(copies == 1 + EARLIER.size(), copies + " certificates are on the computer");
        for (String each : EARLIER) {
            judge.requireOpens(desk, desk.containers(), desk.newPassword(), each);
            judge.requireOpens(desk, desk.drive(), desk.copyPassword(), each);
        }
    }
}
