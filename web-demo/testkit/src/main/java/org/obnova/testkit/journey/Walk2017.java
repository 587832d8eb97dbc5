// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The renewal as the document of 2017 tells it, at a CA that works so: the statement is signed before the documents, the operator looks at each application, and a code by SMS
 * releases the request; there is no receipt.
 */
public final class Walk2017 {
    private final Accountant accountant;
    private final Steps steps;

    /** A walk whose steps are printed and timed. */
    public Walk2017(Accountant accountant, Steps steps) {
        this.accountant = accountant;
        this.steps = steps;
    }

    /** Walks from the portal to the portal, and leaves in a folder what came of it. */
    public void into(Path folder) throws IOException {
        Renewal renewal = accountant.renewal();
        accountant.plugIn();
        steps.step("portal: «Обновить сертификат» offered", renewal::openPortal);
        steps.step("portal: button pressed", renewal::pressOffer);
        steps.step("cabinet: logged in by the code of an SMS", renewal::logIn);
        steps.step("cabinet: data confirmed", renewal::confirmData);
        steps.step("statement signed with the present certificate", this::signStatement);
        steps.step("cabinet: documents looked at, application sent", this::send);
        steps.step("operator: application approved", this::beApproved);
        steps.step("key and request made", this::makeRequest);
        steps.step("request released by the code of an SMS", this::release);
        steps.step("certificate issued", () -> renewal.pages().awaitStep("install"));
        accountant.person().knows(Accountant.CONTAINER_PASSWORD);
        steps.step("certificate installed beside its key", renewal::install);
        if (accountant.medium() != Medium.TOKEN) {
            steps.step("backup made and proven", renewal::backUp);
        } else {
            renewal.pages().picture("done");
        }
        steps.step("artefacts collected", () -> accountant.collect(folder, Artefacts.OF_2017));
        steps.step("portal: logged in with the new certificate", renewal::logInWithNewCertificate);
        steps.write(folder.resolve("timings.json"));
    }

    private void signStatement() {
        Pages pages = pages();
        pages.picture("statement");
        pages.press("sign-statement");
        accountant.person().attendUntil("the statement signed", () -> pages.isAt("documents"));
    }

    private void send() {
        Pages pages = pages();
        pages.picture("documents");
        pages.press("documents-done");
        pages.awaitStep("centre");
        pages.picture("centre");
        pages.press("send");
        pages.awaitStep("review");
        pages.picture("review");
    }

    private void beApproved() throws IOException {
        Renewal renewal = accountant.renewal();
        new OperatorDesk(accountant.workplace(), accountant.server()).approve(renewal.application());
        renewal.resume();
        pages().awaitStep("request");
    }

    private void makeRequest() {
        accountant.renewal().orderKey();
        accountant.person().attendUntil("the request sent", () -> pages().isAt("confirmation"));
    }

    private void release() {
        Pages pages = pages();
        pages.press("sms-request");
        pages.element("request-code");
        pages.type("request-code", accountant.renewal().signIn().code("sms"));
        pages.picture("confirmation");
        pages.press("confirm-request");
    }

    private Pages pages() {
        return accountant.renewal().pages();
    }
}
