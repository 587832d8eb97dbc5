// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.storage.PasswordChange;

/** The new certificate's container gets another password. */
final class ChangingPassword implements Flow {
    @Override
    public String name() {
        return "password";
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
                // The changed one where the change was made, and its acknowledgement was lost.
                .enters(desk.newPassword(), Desk.CHANGED_PASSWORD)
                .makesUp(Desk.CHANGED_PASSWORD);
        new PasswordChange(desk.host().storages()).change(new FakeTask(), desk.thumbprint("issued"));
        return "changed".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void requireWhole(Desk desk, Judge judge) {
        judge.requireOpens(desk, desk.containers(), Desk.CHANGED_PASSWORD, "issued");
        long files = desk.files().stream()
                .filter(each -> each.startsWith(desk.containers()))
                .count();
        Judge.require(files == 2, "old and new container, and no older generation, and not " + files);
    }
}
