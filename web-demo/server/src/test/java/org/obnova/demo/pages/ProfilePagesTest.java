// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.demo.web.Site;

/** Login by password, and the profile with several phones (S2). */
class ProfilePagesTest {
    private static final String ANNA = "+7 900 000-00-01";
    private static final String SPARE = "8 (900) 000-00-07";

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

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none");
    }

    private Person byPassword() throws Exception {
        Person anna = visitor();
        anna.open("/sign-in/password");
        anna.submit(
                "/sign-in/password", Map.of("email", PreparedAccounts.EMAIL, "password", PreparedAccounts.PASSWORD));
        anna.open("/");
        return anna;
    }

    @Test
    void password_leadsToThePageThatWasAskedFor_inANewSession() throws Exception {
        Person anna = visitor();
        anna.open(location(anna.open("/keys")));
        anna.open("/sign-in/password");
        String before = anna.cookies().get("__Host-obnova_cabinet");

        HttpResponse<String> entered = anna.submit(
                "/sign-in/password", Map.of("email", PreparedAccounts.EMAIL, "password", PreparedAccounts.PASSWORD));

        assertThat(location(entered)).isEqualTo("/keys");
        assertThat(anna.cookies().get("__Host-obnova_cabinet")).isNotEqualTo(before);
        assertThat(anna.open("/").body()).contains("Артёмова Анна Ильинична");
    }

    @Test
    void wrongPassword_isSaidOnThePage_whichKeepsTheEmailButNotThePassword() throws Exception {
        Person anna = visitor();
        anna.open("/sign-in/password");

        String page = anna.submit(
                        "/sign-in/password", Map.of("email", PreparedAccounts.EMAIL, "password", "не тот пароль"))
                .body();

        assertThat(page)
                .contains("data-problem=\"login_refused\"")
                .contains("value=\"" + PreparedAccounts.EMAIL + "\"")
                .doesNotContain("не тот пароль");
        assertThat(location(anna.open("/"))).startsWith("/sign-in");
    }

    @Test
    void profile_isForThoseWhoAreLoggedIn() throws Exception {
        assertThat(location(visitor().open("/profile"))).isEqualTo("/sign-in?to=%2Fprofile");
        Person nobody = visitor();
        nobody.open("/sign-in");
        for (String path : new String[] {
            "/profile/phones",
            "/profile/phone/repeat",
            "/profile/phone/code",
            "/profile/phones/removal",
            "/profile/password"
        }) {
            assertThat(nobody.post(path, "{}").statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void phone_isAddedByItsCode() throws Exception {
        Person anna = byPassword();
        anna.open("/profile");
        assertThat(location(anna.submit("/profile/phones", Map.of("phone", SPARE))))
                .isEqualTo("/profile/phone");
        assertThat(anna.open("/profile/phone").body()).contains("+7 900 000-00-07");
        assertThat(anna.submit("/profile/phone/code", Map.of("code", "0000")).body())
                .contains("data-problem=\"code_wrong\"");

        assertThat(location(anna.submit("/profile/phone/code", Map.of("code", PreparedSites.CODE))))
                .isEqualTo("/profile");

        String page = anna.open("/profile").body();
        assertThat(page).contains("data-testid=\"said\"").contains("+7 900 000-00-07");
        assertThat(anna.open("/profile").body()).doesNotContain("data-testid=\"said\"");
        assertThat(location(anna.open("/profile/phone"))).isEqualTo("/profile");
    }

    @Test
    void phoneThatIsNone_isSaidAtItsField_andShownAgain() throws Exception {
        Person anna = byPassword();
        anna.open("/profile");

        assertThat(anna.submit("/profile/phones", Map.of("phone", "12 <b>")).body())
                .contains("data-problem=\"field_invalid\"")
                .contains("value=\"12 &lt;b")
                .doesNotContain("12 <b>");
    }

    @Test
    void otherBrowsers_logInAgain_afterAPhoneWasRemoved() throws Exception {
        Person anna = byPassword();
        Person elsewhere = visitor().loggedIn(ANNA);
        anna.submit("/profile/phones", Map.of("phone", SPARE));
        anna.submit("/profile/phone/code", Map.of("code", PreparedSites.CODE));
        assertThat(elsewhere.open("/").statusCode()).isEqualTo(200);

        anna.submit("/profile/phones/removal", Map.of("phone", "+79000000007"));

        assertThat(location(elsewhere.open("/"))).startsWith("/sign-in");
        assertThat(anna.open("/profile").body())
                .contains("data-testid=\"said\"")
                .doesNotContain("000-00-07");
    }

    @Test
    void lastPhone_stays() throws Exception {
        Person anna = visitor().loggedIn(ANNA);

        assertThat(anna.submit("/profile/phones/removal", Map.of("phone", "+79000000001"))
                        .body())
                .contains("data-problem=\"last_phone\"")
                .contains("+7 900 000-00-01");
    }

    @Test
    void password_isSet_inANewSession_andEasyOnesAreRefusedWithTheEmailKept() throws Exception {
        Person anna = visitor().loggedIn(ANNA);
        Person elsewhere = visitor().loggedIn(ANNA);
        anna.open("/profile");
        assertThat(anna.submit("/profile/password", Map.of("email", "a@example.org", "fresh", "легкий"))
                        .body())
                .contains("data-problem=\"password_weak\"")
                .contains("value=\"a@example.org\"")
                .doesNotContain("легкий");
        String before = anna.cookies().get("__Host-obnova_cabinet");

        anna.submit("/profile/password", Map.of("email", "a@example.org", "fresh", "сорок два верблюда"));

        assertThat(anna.cookies().get("__Host-obnova_cabinet")).isNotEqualTo(before);
        assertThat(anna.open("/profile").body()).contains("name=\"current\"").doesNotContain("верблюда");
        assertThat(location(elsewhere.open("/"))).startsWith("/sign-in");
    }
}
