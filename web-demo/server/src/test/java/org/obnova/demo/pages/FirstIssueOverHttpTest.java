// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.store.TestDatabase;
import org.obnova.demo.web.Site;

/** A newcomer fills in the first application in the pages of the real server, with the demo's registers behind it (S5 to S8, S29). */
class FirstIssueOverHttpTest {
    private static final Phone PHONE = new Phone("+79000000005");

    @TempDir
    Path folder;

    private Wiring server;
    private Person newcomer;
    private String path;

    @BeforeEach
    void start() throws Exception {
        server = Wiring.start(
                new Wiring.Settings(0, folder.resolve("data"), CaProfile.EC, Duration.ZERO, List.of())
                        .on(TestDatabase.shared()),
                InstantSource.system(),
                new SecureRandom());
        newcomer = logIn(PHONE);
        Matcher link = Pattern.compile("href=\"(/applications/[a-z0-9]{16})\" data-testid=\"fill-first\"")
                .matcher(newcomer.open("/").body());
        assertThat(link.find()).as("the clerk's application stands in the list").isTrue();
        path = link.group(1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void firstIssue_isFilledIn_withTheInnFromTheTaxService_andGoesOnWithPaper() throws Exception {
        assertThat(page())
                .contains("data-step=\"introduction\"", "Заявка на первый сертификат")
                .doesNotContain("days-lost");
        newcomer.submit(path + "/begin", Map.of());
        assertThat(page()).contains("data-testid=\"next\"", "value=\"Ёжиков\"");

        Map<String, String> papers = new LinkedHashMap<>(
                PersonForm.of(DemoPapers.of(newcomerHolder()).person()).fields());
        String inn = papers.put("inn", "");
        assertThat(newcomer.submit(path + "/form", papers).body()).contains("data-testid=\"inn-wrong\"");
        assertThat(location(newcomer.submit(path + "/inn", papers))).isEqualTo(path + "?edit#inn");
        assertThat(newcomer.open(path + "?edit").body()).contains("value=\"" + inn + "\"");

        assertThat(page()).contains("data-testid=\"confirm-data\"", "4520 404142", "11 мая 2000");
        assertThat(location(newcomer.submit(path + "/data", Map.of("consent", "yes"))))
                .isEqualTo(path);
        assertThat(location(newcomer.open(path))).isEqualTo(path + "/documents");
    }

    @Test
    void draft_survivesTheClosedPage_andAnotherLogin() throws Exception {
        newcomer.submit(path + "/begin", Map.of());
        page();
        HttpResponse<String> kept =
                newcomer.submit(path + "/draft", Map.of("surname", "Ёж", "snils", "недописан", "number", "40"));
        assertThat(kept.statusCode()).isEqualTo(204);

        newcomer = logIn(PHONE);
        assertThat(page()).contains("value=\"Ёж\"", "value=\"недописан\"", "value=\"40\"", "value=\"Андрей\"");
    }

    @Test
    void errors_standAtTheirFields_inWords_andNothingTypedIsLost() throws Exception {
        newcomer.submit(path + "/begin", Map.of());
        page();
        String wrong = newcomer.submit(
                        path + "/form", Map.of("surname", "Yozhikov", "snils", "150-150-150 94", "series", "45 2"))
                .body();

        assertThat(wrong)
                .contains("value=\"Yozhikov\"", "value=\"150-150-150 94\"", "value=\"45 2\"")
                .contains("id=\"snils-wrong\"", "aria-describedby=\"snils-help snils-wrong\"", "aria-invalid=\"true\"")
                .contains("В СНИЛС 11 цифр")
                .contains("role=\"alert\"")
                .contains("href=\"#surname\"");
        newcomer.open("/language/en");
        assertThat(newcomer.submit(path + "/form", Map.of("snils", "150-150-150 94"))
                        .body())
                .contains("SNILS has 11 digits");
    }

    @Test
    void application_ofSomebodyElse_isNeitherSeenNorFilledIn() throws Exception {
        Person other = logIn(new Phone("+79000000002"));
        other.open("/");

        assertThat(other.open(path).statusCode()).isEqualTo(404);
        assertThat(other.submit(path + "/draft", Map.of("surname", "Чужой")).statusCode())
                .isEqualTo(404);
        assertThat(page()).doesNotContain("Чужой");
    }

    @Test
    void applicationOfSmev_isShownInTheList_andOpensNothing() throws Exception {
        Person colleague = logIn(new Phone("+79000000002"));
        assertThat(colleague.open("/").body()).contains("data-testid=\"read-only\"");
        Application shown = server.services().applications().ofHolder("zhuravlyov").stream()
                .filter(application -> application.purpose().readOnly())
                .findFirst()
                .orElseThrow();

        assertThat(location(colleague.open("/applications/" + shown.id()))).isEqualTo("/");
        assertThat(colleague
                        .submit("/applications/" + shown.id() + "/begin", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }

    private org.obnova.demo.holders.Holder newcomerHolder() {
        return server.services().holders().byId("yozhikov").orElseThrow();
    }

    private Person logIn(Phone phone) throws Exception {
        Person person = new Person(server.sites(), Site.CABINET);
        person.open("/sign-in");
        person.submit("/sign-in/phone", Map.of("phone", phone.e164()));
        person.open("/sign-in/code");
        String caller = server.services()
                .inbox()
                .latestTo(phone.e164(), 1)
                .getFirst()
                .from()
                .replaceAll("[^0-9]", "");
        person.submit("/sign-in/code", Map.of("code", caller.substring(caller.length() - 4)));
        return person;
    }

    private String page() throws Exception {
        return newcomer.open(path).body();
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
