// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.Renewal;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.storage.KeyContainer;

/** A renewal up to the request: a key and a container are made. */
final class MakingRequest implements Flow {
    @Override
    public String name() {
        return "request";
    }

    @Override
    public Optional<Flow> after() {
        return Optional.empty();
    }

    @Override
    public void prepare(Desk desk, TestAuthority authority) {
        KeyContainer old =
                desk.host().present(authority, desk.manner().algorithm, "", Workplace.NOW.minus(Duration.ofDays(340)));
        desk.tell("old", encoded(old));
        desk.tell("old-file", old.id());
    }

    private static byte[] encoded(KeyContainer container) {
        try {
            return container.chain().getFirst().getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] perform(Desk desk) {
        desk.host().person().makesUp(desk.newPassword()).enters(desk.newPassword());
        Made made = desk.host().renewals().create(new FakeTask(), Workplace.order(desk.manner().algorithm));
        return Objects.requireNonNull(made.request());
    }

    @Override
    public void requireWhole(Desk desk, Judge judge) {
        Renewal renewal = judge.soleRenewal(desk);
        Judge.require(renewal.state() == RenewalState.REQUESTED, "the renewal is " + renewal.state());
        judge.requireRequest(desk, Objects.requireNonNull(renewal.request()));
        List<KeyContainer> all = desk.host().storages().all().getFirst().containers();
        Judge.require(all.size() == 2, "old and new key, and not " + all.size());
    }
}
