// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.renewal.Renewal;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.storage.StoragePrompt.Choice;

/** The new key and its certificate are copied to another medium, in a folder that is made for it. */
final class BackingUp implements Flow {
    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Optional<Flow> after() {
        return Optional.of(new Installing());
    }

    @Override
    public void prepare(Desk desk, TestAuthority authority) {}

    @Override
    public List<String> signing() {
        return List.of("old", "issued");
    }

    @Override
    public byte[] perform(Desk desk) {
        desk.host()
                .person()
                .chooses(offers -> new Choice.OtherFolder(desk.drive()))
                // That of a copy whose acknowledgement was lost, too: it is found made, and proven.
                .enters(desk.newPassword(), desk.copyPassword())
                .makesUp(desk.copyPassword());
        desk.host().backups().copy(new FakeTask(), desk.thumbprint("issued"));
        return "copied".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void requireWhole(Desk desk, Judge judge) {
        Renewal renewal = judge.soleRenewal(desk);
        Judge.require(renewal.state() == RenewalState.BACKED_UP, "the renewal is " + renewal.state());
        judge.requireListed(desk, List.of(desk.thumbprint("issued")));
        judge.requireOpens(desk, desk.drive(), desk.copyPassword(), "issued");
        judge.requireSigns(desk, "issued");
    }
}
