// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.nio.file.Path;

/** The whole renewal, step after step, without a stumble: what the demo shows and what the journey tests compare with. */
public final class Walk {
    private final Accountant accountant;
    private final Steps steps;

    /** A walk whose steps are printed and timed. */
    public Walk(Accountant accountant, Steps steps) {
        this.accountant = accountant;
        this.steps = steps;
    }

    /** Walks from the portal to the portal, and leaves in a folder what came of it. */
    public void into(Path folder) throws IOException {
        Renewal renewal = accountant.renewal();
        accountant.plugIn();
        steps.step("portal: «Обновить сертификат» offered", renewal::openPortal);
        steps.step("portal: button pressed", renewal::pressOffer);
        steps.step("cabinet: logged in by a call's code", renewal::logIn);
        steps.step("cabinet: data confirmed", renewal::confirmData);
        steps.step("statement signed with the present certificate", renewal::signStatement);
        steps.step("key and request made", renewal::issue);
        steps.step("certificate issued", renewal::awaitIssued);
        steps.step("receipt signed with the present certificate", renewal::signReceipt);
        accountant.person().knows(Accountant.CONTAINER_PASSWORD); // A token asks for its PIN instead.
        steps.step("certificate installed beside its key", renewal::install);
        if (accountant.medium() != Medium.TOKEN) {
            steps.step("backup made and proven", renewal::backUp);
        } else {
            renewal.pages().picture("done");
        }
        steps.step("artefacts collected", () -> accountant.collect(folder));
        steps.step("portal: logged in with the new certificate", renewal::logInWithNewCertificate);
        steps.write(folder.resolve("timings.json"));
    }
}
