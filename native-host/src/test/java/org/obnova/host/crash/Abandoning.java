// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.AbandonPrompt.Answer;
import org.obnova.host.renewal.KeyFate;
import org.obnova.host.renewal.Renewal;
import org.obnova.host.renewal.RenewalState;

/** A renewal is given up, and its key removed. */
final class Abandoning implements Flow {
    @Override
    public String name() {
        return "abandon";
    }

    @Override
    public Optional<Flow> after() {
        return Optional.of(new MakingRequest());
    }

    @Override
    public void prepare(Desk desk, TestAuthority authority) {
        desk.tell(
                "renewal",
                desk.host().renewals().list(Workplace.ORIGIN).getFirst().id());
    }

    @Override
    public byte[] perform(Desk desk) {
        desk.host().person().givesUp(Answer.REMOVE_KEY);
        KeyFate fate = desk.host()
                .renewals()
                .abandon(
                        new FakeTask(),
                        Workplace.ORIGIN,
                        desk.toldText("renewal"),
                        desk.host().person());
        return fate.wireName().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void requireWhole(Desk desk, Judge judge) {
        Judge.require(desk.host().renewals().list(Workplace.ORIGIN).isEmpty(), "the renewal is still listed");
        Judge.require(
                desk.host().renewals().listAll(true).stream()
                        .map(Renewal::state)
                        .allMatch(state -> state == RenewalState.ABANDONED),
                "the renewal is not given up");
        long files = desk.files().stream()
                .filter(each -> each.startsWith(desk.containers()))
                .count();
        Judge.require(files == 1, "the old container alone, and not " + files);
    }
}
