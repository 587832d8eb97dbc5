// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.media.Medium;
import org.obnova.demo.web.Site;

class CabinetPagesTest {
    private static final String ANNA = "+7 900 000-00-01";
    private static final String OTHER = "+7 900 000-00-02";
    private static final String SIGNATURE =
            "{\"signature\":\"" + Base64.getEncoder().encodeToString(PreparedApplications.GOOD) + "\"}";

    private PreparedSites demo;

    @BeforeEach
    void start() throws Exception {
        demo = new PreparedSites();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    private Person visitor() {
        return new Person(demo.sites, Site.CABINET);
    }

    private String application(ApplicationState state) {
        return demo.applications.in(state, PreparedPeople.ANNA, PreparedPeople.DUE);
    }

    @Test
    void introduction_saysHowManyDaysAreLost() throws Exception {
        String id = application(ApplicationState.INTRODUCTION);
        assertThat(visitor().loggedIn(ANNA).open("/applications/" + id).body())
                .containsPattern("(?s)data-testid=\"days-lost\".*у прежнего «сгорит» 27 дней");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"DOCUMENTS", "CENTRE", "REVIEW", "VISIT"},
            mode = EnumSource.Mode.EXCLUDE)
    void page_showsTheStepForWhichTheApplicationWaits(ApplicationState state) throws Exception {
        String id = application(state);
        String page = visitor().loggedIn(ANNA).open("/applications/" + id).body();
        String step = state.name().toLowerCase(java.util.Locale.ROOT);
        assertThat(page).contains("data-step=\"" + step + "\"").contains("aria-current=\"step\"");
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void application_ofSomebodyElse_isAsUnknownAsNone(ApplicationState state) throws Exception {
        String id = application(state);
        Person other = visitor().loggedIn(OTHER);
        for (String path :
                new String[] {"", "/document", "/order", "/waiting", "/installation", "/copying", "/files/statement.txt"
                }) {
            assertThat(other.fetch("/applications/" + id + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String path : new String[] {
            "/data",
            "/statement",
            "/agreement",
            "/medium",
            "/request",
            "/receipt",
            "/receipt/code",
            "/receipt/confirmation",
            "/given-up",
            "/installed",
            "/backup"
        }) {
            assertThat(other.post("/applications/" + id + path, SIGNATURE).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(other.open("/renewals/new?certificate=" + PreparedPeople.DUE).statusCode())
                .isEqualTo(404);
        assertThat(demo.applications.find(id).orElseThrow().state()).isEqualTo(state);
    }

    @Test
    void application_withoutLogin_asksForIt() throws Exception {
        String id = application(ApplicationState.STATEMENT);
        Person nobody = visitor();
        assertThat(nobody.open("/applications/" + id)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith("/sign-in?to=");
        HttpResponse<String> fetched = nobody.fetch("/applications/" + id + "/document");
        assertThat(fetched.statusCode()).isEqualTo(401);
        assertThat(fetched.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(fetched.body())
                .contains("\"name\":\"login_required\"")
                .contains("\"loss\"")
                .contains("\"hint\"");
    }

    @Test
    void step_withoutToken_orFromAnotherSite_isRefusedAndChangesNothing() throws Exception {
        String id = application(ApplicationState.STATEMENT);
        Person anna = visitor().loggedIn(ANNA);
        String path = "/applications/" + id + "/statement";
        assertThat(anna.post(path, SIGNATURE, "").statusCode()).isEqualTo(403);
        assertThat(anna.post(path, SIGNATURE, "x".repeat(43)).statusCode()).isEqualTo(403);
        HttpRequest.Builder foreign = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + demo.sites.port() + path))
                .header("Host", Site.CABINET.host() + ":" + demo.sites.port())
                .header("Cookie", "__Host-obnova_cabinet=" + anna.cookies().get("__Host-obnova_cabinet"))
                .header("Origin", demo.sites.extern())
                .header("X-Obnova-Token", anna.token())
                .POST(HttpRequest.BodyPublishers.ofString(SIGNATURE));
        assertThat(anna.send(foreign).statusCode()).isEqualTo(403);
        assertThat(demo.applications.find(id).orElseThrow().state()).isEqualTo(ApplicationState.STATEMENT);
        assertThat(anna.post(path, SIGNATURE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = ApplicationState.class, names = "STATEMENT", mode = EnumSource.Mode.EXCLUDE)
    void statement_outOfTurn_isStepOutOfOrder(ApplicationState state) throws Exception {
        String id = application(state);
        HttpResponse<String> answer = visitor().loggedIn(ANNA).post("/applications/" + id + "/statement", SIGNATURE);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("\"name\":\"step_out_of_order\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"INSTALL", "DONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void certificate_isNotHandedOutBeforeTheReceipt(ApplicationState state) throws Exception {
        String id = application(state);
        assertThat(visitor()
                        .loggedIn(ANNA)
                        .fetch("/applications/" + id + "/installation")
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"signature\":1}", "{\"signature\":\"***\"}", "null"})
    void step_withBrokenContent_isFieldInvalid(String body) throws Exception {
        String id = application(ApplicationState.STATEMENT);
        HttpResponse<String> answer = visitor().loggedIn(ANNA).post("/applications/" + id + "/statement", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"name\":\"field_invalid\"");
    }

    @Test
    void document_isExactlyWhatTheFileHolds() throws Exception {
        String id = application(ApplicationState.STATEMENT);
        Person anna = visitor().loggedIn(ANNA);
        String text = PreparedApplications.STATEMENT.formatted(
                PreparedPeople.ANNA.subject().commonName());
        HttpResponse<String> file = anna.fetch("/applications/" + id + "/files/statement.txt");
        assertThat(file.body()).isEqualTo(text);
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"statement.txt\"");
        assertThat(anna.fetch("/applications/" + id + "/document").body()).contains("\"kind\":\"statement\"");
        assertThat(anna.fetch("/applications/" + id + "/files/statement.p7s").statusCode())
                .isEqualTo(404);
        assertThat(anna.fetch("/applications/" + id + "/files/..%2fx").statusCode())
                .isIn(400, 404);
    }

    @Test
    void statement_isSignedByTheOldCertificateOrAnotherValidOne_butNeverByARevokedOrExpiredOne() throws Exception {
        String id = application(ApplicationState.STATEMENT);
        String page = visitor().loggedIn(ANNA).open("/applications/" + id).body();
        assertThat(page.indexOf("value=\"" + PreparedPeople.DUE))
                .isPositive()
                .isLessThan(page.indexOf("value=\"" + PreparedPeople.FRESH));
        assertThat(page)
                .doesNotContain("value=\"" + PreparedPeople.EXPIRED)
                .doesNotContain("value=\"" + PreparedPeople.REVOKED);
    }

    @Test
    void data_withAWrongAddress_stayAtTheirStep_andNothingTypedIsLost() throws Exception {
        String id = application(ApplicationState.DATA);
        Person anna = visitor().loggedIn(ANNA);
        assertThat(anna.submit("/applications/" + id + "/form", Map.of("email", "wrong", "unit", "Отдел №1"))
                        .body())
                .contains("data-testid=\"email-wrong\"")
                .contains("value=\"wrong\"")
                .contains("value=\"Отдел №1\"");
        assertThat(anna.submit("/applications/" + id + "/data", Map.of("consent", "yes"))
                        .body())
                .contains("data-testid=\"email-wrong\"");
        anna.submit("/applications/" + id + "/form", Map.of("email", "anna@example.ru"));
        assertThat(anna.submit("/applications/" + id + "/data", Map.of()).body())
                .contains("data-testid=\"data-consent-wrong\"");
        anna.submit("/applications/" + id + "/data", Map.of("consent", "yes"));
        assertThat(anna.open("/applications/" + id).body()).contains("data-step=\"statement\"");
    }

    @Test
    void waiting_isSilentWhileIssuing_thenHasThePageLoadedAnew() throws Exception {
        String id = application(ApplicationState.ISSUING);
        Person anna = visitor().loggedIn(ANNA);
        assertThat(anna.fetch("/applications/" + id + "/waiting").statusCode()).isEqualTo(204);
        String issued = application(ApplicationState.RECEIPT);
        assertThat(anna.fetch("/applications/" + issued + "/waiting").headers().firstValue("HX-Refresh"))
                .contains("true");
    }

    @Test
    void receipt_isConfirmedByCode_andAWrongOneIsSaidOnThePage() throws Exception {
        String id = application(ApplicationState.RECEIPT);
        Person anna = visitor().loggedIn(ANNA);
        anna.submit("/applications/" + id + "/receipt/code", Map.of());
        assertThat(anna.open("/applications/" + id).body()).contains("data-testid=\"receipt-code\"");
        assertThat(anna.submit("/applications/" + id + "/receipt/confirmation", Map.of("code", "1"))
                        .body())
                .contains("data-problem=\"code_wrong\"");
        anna.submit("/applications/" + id + "/receipt/confirmation", Map.of("code", PreparedApplications.CODE));
        assertThat(anna.open("/applications/" + id).body()).contains("data-step=\"install\"");
    }

    @Test
    void order_holdsTheRequestThatTheCaHas_andNoneBefore() throws Exception {
        Person anna = visitor().loggedIn(ANNA);
        String before = application(ApplicationState.REQUEST);
        assertThat(anna.fetch("/applications/" + before + "/order").body()).doesNotContain("\"request\"");
        String held = application(ApplicationState.INSTALL);
        assertThat(anna.fetch("/applications/" + held + "/order").body())
                .contains("\"request\":\"" + Base64.getEncoder().encodeToString(PreparedApplications.GOOD));
    }

    @Test
    void renewalThatWasBegun_saysWhatHappensNext_inTheListAndOnItsPage() throws Exception {
        String id = application(ApplicationState.REQUEST);
        Person anna = visitor().loggedIn(ANNA);
        assertThat(anna.open("/applications/" + id).body())
                .doesNotContain("data-testid=\"begun\"")
                .doesNotContain("data-testid=\"abandon\"");
        demo.applications.lieOn(id, new Medium("removable", null, null, "Флешка «ИВАНОВА»"));
        assertThat(anna.open("/applications/" + id).body())
                .contains("data-testid=\"begun\"", "Флешка «ИВАНОВА»", "data-testid=\"abandon\"");
        assertThat(anna.open("/").body()).contains("Выпуск начат, продолжите. Ключ: Флешка «ИВАНОВА»");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"DATA", "STATEMENT", "DONE"})
    void key_isNotGivenUp_whereThereIsNone_orItIsInstalled(ApplicationState state) throws Exception {
        String id = application(state);
        Person anna = visitor().loggedIn(ANNA);
        assertThat(anna.open("/applications/" + id).body()).doesNotContain("data-testid=\"abandon\"");
        assertThat(anna.post("/applications/" + id + "/given-up", "{}").statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/keys", "/archive", "/decrypt"})
    void pagesOfKeys_areForThoseWhoAreLoggedIn(String path) throws Exception {
        assertThat(visitor().open(path).statusCode()).isEqualTo(303);
        assertThat(visitor().loggedIn(ANNA).open(path).body()).contains("data-step=\"" + path.substring(1) + "\"");
    }

    @Test
    void keys_areThoseOfValidCertificates_andTheArchiveHoldsTheOthers() throws Exception {
        Person anna = visitor().loggedIn(ANNA);
        String valid = "data-certificate=\"" + PreparedPeople.FRESH;
        assertThat(anna.open("/keys").body()).contains(valid).doesNotContain(PreparedPeople.EXPIRED);
        assertThat(anna.open("/archive").body())
                .contains("value=\"" + PreparedPeople.EXPIRED, "value=\"" + PreparedPeople.REVOKED)
                .doesNotContain(PreparedPeople.FRESH)
                .doesNotContain("checked");
    }

    @Test
    void copies_ofAHead_areRefusedByTheServer_andThePageSaysWhy() throws Exception {
        Person head = visitor().loggedIn(OTHER);
        String page = head.open("/keys").body();
        assertThat(page)
                .contains("data-testid=\"no-copies\"", "data-testid=\"key-publish\"")
                .doesNotContain("data-testid=\"key-backup\"")
                .doesNotContain("data-testid=\"key-export\"");
        HttpResponse<String> asked = head.fetch("/keys/" + PreparedPeople.OF_HOSTILE + "/copying");
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("\"name\":\"copy_not_allowed\"", "\"hint\"");
    }

    @Test
    void copies_areAllowedOfAnEmployeesKey_butNotOfOneThatNeverLeavesItsToken_norOfSomebodyElses() throws Exception {
        Person anna = visitor().loggedIn(ANNA);
        assertThat(anna.open("/keys").body()).contains("data-testid=\"key-backup\"");
        assertThat(anna.fetch("/keys/" + PreparedPeople.FRESH + "/copying").statusCode())
                .isEqualTo(200);
        assertThat(anna.fetch("/keys/" + PreparedPeople.OF_HOSTILE + "/copying").statusCode())
                .isEqualTo(404);
        assertThat(anna.fetch("/keys/nothing/copying").statusCode()).isEqualTo(404);
        demo.people.add(PreparedApplications.NEW);
        String id = application(ApplicationState.DONE);
        String fresh = PreparedApplications.NEW.issued().sha256();
        assertThat(anna.fetch("/keys/" + fresh + "/copying").statusCode()).isEqualTo(200);
        demo.applications.lieOn(id, new Medium("token", "rutoken-ecp", "active", "Рутокен"));
        assertThat(anna.fetch("/keys/" + fresh + "/copying").body()).contains("copy_not_allowed");
    }

    @Test
    void lastPage_saysWhetherTheStateServicesKnowTheCertificate() throws Exception {
        Person anna = visitor().loggedIn(ANNA);
        String address = "/applications/" + application(ApplicationState.DONE);
        assertThat(anna.open(address).body()).contains("data-esia=\"waiting\"", "скоро будет зарегистрирован");

        demo.agencies.esia(3, null);
        assertThat(anna.open(address).body()).contains("data-esia=\"repeated\"", "повторяем");

        demo.agencies.esia(4, PreparedPeople.NOW);
        assertThat(anna.open(address).body())
                .contains("data-esia=\"registered\"", "зарегистрирован ")
                .doesNotContain("повторяем");
    }

    @Test
    void names_neverBecomeMarkup() throws Exception {
        Person hostile = visitor().loggedIn(OTHER);
        for (ApplicationState state :
                EnumSet.complementOf(EnumSet.range(ApplicationState.DOCUMENTS, ApplicationState.VISIT))) {
            String id = demo.applications.in(state, PreparedPeople.HOSTILE, PreparedPeople.OF_HOSTILE);
            String page = hostile.open("/applications/" + id).body();
            assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
            demo.applications.clear();
        }
        for (String path : new String[] {"/", "/keys", "/archive", "/decrypt"}) {
            assertThat(hostile.open(path).body()).as(path).doesNotContain("<script>alert");
        }
    }
}
