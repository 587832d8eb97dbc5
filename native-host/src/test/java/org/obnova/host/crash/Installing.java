// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.Installed;
import org.obnova.host.renewal.Renewal;
import org.obnova.host.renewal.RenewalState;

/** The certificate comes, and is put beside its key. */
final class Installing implements Flow {
    @Override
    public String name() {
        return "install";
    }

    @Override
    public Optional<Flow> after() {
        return Optional.of(new MakingRequest());
    }

    @Override
    public void prepare(Desk desk, TestAuthority authority) {
        Renewal renewal = desk.host().renewals().list(Workplace.ORIGIN).getFirst();
        desk.tell("renewal", renewal.id());
        try {
            byte[] request = Objects.requireNonNull(renewal.request());
            desk.tell("issued", authority.issue(request, Workplace.NOW).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] perform(Desk desk) {
        desk.host().person().enters(desk.newPassword());
        Installed installed = desk.host()
                .renewals()
                .install(
                        new FakeTask(),
                        Workplace.ORIGIN,
                        desk.toldText("renewal"),
                        desk.certificate("issued"),
                        List.of(desk.certificate("root")));
        return installed.sha256().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void requireWhole(Desk desk, Judge judge) {
        Renewal renewal = judge.soleRenewal(desk);
        Judge.require(renewal.state() == RenewalState.INSTALLED, "the renewal is " + renewal.state());
        Judge.require(desk.thumbprint("issued").equals(renewal.certificate()), "another certificate is installed");
        judge.requireSigns(desk, "issued");
        int containers = desk.host().storages().all().getFirst().containers().size();
        Judge.require(containers == 2, "old and new container, and not " + containers);
    }
}
