// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The whole way to a first certificate, step after step: from the login by phone to the portal, with the statement on paper. */
public final class FirstWalk {
    private static final String CENTRE = "kazan";

    private final Newcomer newcomer;
    private final Steps steps;

    /** A walk whose steps are printed and timed. */
    public FirstWalk(Newcomer newcomer, Steps steps) {
        this.newcomer = newcomer;
        this.steps = steps;
    }

    /** Walks, and leaves in a folder what came of it. */
    public void into(Path folder) throws IOException {
        apply(folder);
        beApproved();
        FirstIssue first = newcomer.firstIssue();
        Renewal making = first.making();
        steps.step("key and request made", making::issue);
        steps.step("certificate issued", making::awaitIssued);
        steps.step("receipt confirmed by the code of an SMS", making::confirmReceiptByCode);
        steps.step("certificate installed beside its key", making::install);
        steps.step("backup made and proven", making::backUp);
        steps.step("artefacts collected", () -> newcomer.collect(folder));
        steps.step("portal: logged in with the certificate", first::logInWithFirstCertificate);
        steps.write(folder.resolve("timings.json"));
    }

    private void apply(Path folder) throws IOException {
        FirstIssue first = newcomer.firstIssue();
        Path papers = Files.createDirectories(folder.resolve("papers"));
        steps.step("cabinet: logged in by a call's code", () -> first.logIn(Newcomer.PHONE));
        steps.step("cabinet: what there is to do, read", () -> {
            first.fillFirst();
            first.begin();
        });
        steps.step("cabinet: form filled in", () -> first.fillIn(Newcomer.papers()));
        steps.step("cabinet: data confirmed", first::confirmData);
        steps.step("cabinet: statement on paper and passport uploaded", () -> {
            first.upload("statement_scan", Scan.into(papers.resolve("statement.jpg")));
            first.upload("passport", Scan.into(papers.resolve("passport.jpg")));
            first.finishDocuments();
        });
        steps.step("cabinet: service centre chosen, application sent", () -> first.send(CENTRE));
    }

    private void beApproved() throws IOException {
        FirstIssue first = newcomer.firstIssue();
        OperatorDesk operator = newcomer.operator();
        steps.step("operator: application approved", () -> operator.approve(first.application()));
        steps.step("cabinet: invited to the service centre", () -> first.comeBack("visit"));
        steps.step("operator: originals received, identity checked", () -> operator.identify(first.application()));
        steps.step("cabinet: certificate may be issued", () -> first.comeBack("request"));
    }
}
