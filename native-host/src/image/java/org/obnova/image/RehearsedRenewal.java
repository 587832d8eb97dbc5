// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.IOException;
import org.obnova.host.json.Json;

/** A whole renewal, with the windows that belong to it. */
record RehearsedRenewal(RehearsalIssuer issuer) {
    private static final String SITE = "\"site\":{\"origin\":\"" + RehearsalIssuer.ORIGIN + "\",\"document\":\"1\"}";
    private static final String SUBJECT = """
            "subject":{"commonName":"Тестов Тест Тестович","surname":"Тестов","givenName":"Тест Тестович",\
            "country":"RU","snils":"11223344595","inn":"500100732259"}""";

    void walk(Browser browser) throws IOException {
        browser.ask("hello", "{\"protocol\":1,\"version\":\"0.1.0\",\"language\":\"ru\"}");
        browser.ask("certificates.list", "{" + SITE + "}");
        browser.ask("storages.list", "{" + SITE + "}");
        Json made = browser.askResult(
                "request.create",
                "{" + SITE + ",\"application\":\"1\",\"algorithm\":\"gost2012-256\"," + SUBJECT + "}");
        RehearsalIssuer.Issued issued = issuer.issue(Browser.text(made, "request"));
        Json installed = browser.askResult(
                "certificate.install",
                "{" + SITE + ",\"renewal\":\"" + Browser.text(made, "renewal") + "\",\"certificate\":\""
                        + issued.certificate() + "\",\"chain\":[\"" + issued.root() + "\"]}");
        String sha256 = Browser.text(installed, "sha256");
        browser.ask("certificates.list", "{" + SITE + "}");
        browser.ask("renewal.list", "{" + SITE + "}");
        browser.askResult(
                "document.sign",
                "{" + SITE
                        + ",\"kind\":\"receipt\",\"title\":\"Расписка\",\"text\":\"Сертификат получен.\\n\",\"certificate\":\""
                        + sha256 + "\"}");
    }
}
