// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.web.Site;

/** The way into the cabinet by a phone, and out of it. */
class PhoneLoginPagesTest {
    private static final String ANNA = "+7 900 000-00-01";

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

    @Test
    void login_leadsToTheCertificateThatTheButtonNamed() throws Exception {
        Person anna = visitor();
        String target = "/renewals/new?certificate=" + PreparedPeople.DUE;
        HttpResponse<String> asked = anna.open(target);
        assertThat(asked.statusCode()).isEqualTo(303);
        String signIn = asked.headers().firstValue("Location").orElseThrow();
        assertThat(signIn).startsWith("/sign-in?to=");
        anna.open(signIn);
        assertThat(anna.submit("/sign-in/phone", Map.of("phone", ANNA))
                        .headers()
                        .firstValue("Location"))
                .contains("/sign-in/code");
        HttpResponse<String> entered = anna.submit("/sign-in/code", Map.of("code", PreparedSites.CODE));
        assertThat(entered.headers().firstValue("Location")).contains(target);
        assertThat(anna.open(target).headers().firstValue("Location").orElseThrow())
                .startsWith("/applications/");
    }

    @Test
    void login_changesTheSessionId_againstFixation() throws Exception {
        Person anna = visitor();
        anna.open("/sign-in");
        String before = anna.cookies().get("__Host-obnova_cabinet");
        anna.loggedIn(ANNA);
        assertThat(anna.cookies().get("__Host-obnova_cabinet")).isNotEqualTo(before);
    }

    @Test
    void login_saysWrongCodeBesideTheField_andKeepsTheForm() throws Exception {
        Person anna = visitor();
        anna.open("/sign-in");
        anna.submit("/sign-in/phone", Map.of("phone", ANNA));
        HttpResponse<String> page = anna.submit("/sign-in/code", Map.of("code", "0000"));
        assertThat(page.body()).contains("data-problem=\"code_wrong\"").contains("name=\"code\"");
        assertThat(anna.open("/").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "+1 202 555 0100", "<script>", "9000000001; DROP TABLE"})
    void login_refusesWhatIsNoPhone_andShowsItAgainEscaped(String typed) throws Exception {
        Person anna = visitor();
        anna.open("/sign-in");
        HttpResponse<String> page = anna.submit("/sign-in/phone", Map.of("phone", typed));
        assertThat(page.body()).contains("data-problem=\"field_invalid\"").doesNotContain("value=\"<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "javascript:alert(1)",
                "/%0d%0aX: y\r\n"
            })
    void login_neverLeadsToAnotherSite(String to) throws Exception {
        Person anna = visitor();
        anna.open("/sign-in?to=" + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8));
        anna.submit("/sign-in/phone", Map.of("phone", ANNA));
        assertThat(anna.submit("/sign-in/code", Map.of("code", PreparedSites.CODE))
                        .headers()
                        .firstValue("Location"))
                .contains("/");
    }

    @Test
    void signOut_endsTheSession() throws Exception {
        Person anna = visitor().loggedIn(ANNA);
        String old = anna.cookies().get("__Host-obnova_cabinet");
        anna.submit("/sign-out", Map.of());
        anna.cookies().put("__Host-obnova_cabinet", old);
        assertThat(anna.open("/").statusCode()).isEqualTo(303);
    }
}
