// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Openssl;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.KeyFile;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.store.TestDatabase;
import org.obnova.demo.web.Site;

/** An accountant changes her e-mail address in a renewal, and proves it by the code of a letter, in the pages of the real server. */
class EmailProofOverHttpTest {
    private static final String PHONE = "+79000000001";
    private static final String ADDRESS = "alyona.new@example.org";

    @TempDir
    Path folder;

    @Test
    void changedAddress_isAskedFor_andGoesIntoTheOrder_onceItsCodeIsEntered() throws Exception {
        Wiring.Settings settings = new Wiring.Settings(
                        0, folder.resolve("data"), CaProfile.EC, Duration.ofHours(1), List.of())
                .on(TestDatabase.shared());
        try (Wiring server = Wiring.start(settings, InstantSource.system(), new SecureRandom())) {
            Person person = logIn(server);
            String path = signed(server, person);

            assertThat(order(person, path).at("/subject").has("email")).isFalse();
            assertThat(person.open(path).body())
                    .contains("data-testid=\"email-proof\"", "адреса в нём не будет", "data-testid=\"issue\"")
                    .doesNotContain("typed-email-code", "email-proven");

            assertThat(location(person.submit(path + "/email/code", Map.of()))).isEqualTo(path + "#email-proof");
            assertThat(person.open(path).body()).contains("data-testid=\"typed-email-code\"", ADDRESS);
            assertThat(person.submit(path + "/email/code", Map.of()).body()).contains("data-problem=\"code_too_soon\"");
            HttpResponse<String> wrong = person.submit(path + "/email/confirmation", Map.of("code", "no code"));
            assertThat(wrong.body()).contains("data-problem=\"code_wrong\"", "typed-email-code");

            String letter = letter(server);
            String code = letter.replaceAll("(?s).*Код: (\\d{6})\\..*", "$1");
            assertThat(location(person.submit(path + "/email/confirmation", Map.of("code", code))))
                    .isEqualTo(path + "#email-proof");
            assertThat(person.open(path).body())
                    .contains("data-testid=\"email-proven\"", ADDRESS + " подтверждён")
                    .doesNotContain("data-testid=\"email-code\"");
            assertThat(order(person, path).at("/subject/email").asText()).isEqualTo(ADDRESS);

            Person stranger = new Person(server.sites(), Site.CABINET);
            stranger.open("/sign-in");
            assertThat(stranger.submit(path + "/email/code", Map.of()).statusCode())
                    .isNotEqualTo(200);
        }
    }

    private static Person logIn(Wiring server) throws Exception {
        Person person = new Person(server.sites(), Site.CABINET);
        person.open("/sign-in");
        person.submit("/sign-in/phone", Map.of("phone", PHONE));
        Message call = server.services().inbox().latestTo(PHONE, 1).getFirst();
        String digits = call.from().replaceAll("\\D", "");
        person.submit("/sign-in/code", Map.of("code", digits.substring(digits.length() - 4)));
        person.open("/");
        return person;
    }

    /** A renewal with the new address whose statement is signed. */
    private String signed(Wiring server, Person person) throws Exception {
        var accountant = server.services().holders().byId("korableva").orElseThrow();
        String sha256 = server.services()
                .holders()
                .certificates(accountant)
                .getFirst()
                .issued()
                .sha256();
        String path = location(person.open("/renewals/new?certificate=" + sha256));
        person.open(path);
        person.submit(path + "/begin", Map.of());
        person.submit(path + "/draft", Map.of("email", ADDRESS));
        person.submit(path + "/data", Map.of("consent", "yes"));
        String text = json(person, path + "/document").get("text").asText();
        byte[] signature = new Openssl(folder).sign(key(), CaProfile.EC, text.getBytes(UTF_8));
        person.open(path);
        String body = "{\"signature\":\"" + Base64.getEncoder().encodeToString(signature) + "\"}";
        assertThat(person.post(path + "/statement", body).body()).contains("request");
        return path;
    }

    private KeyFile key() throws Exception {
        Path handout = folder.resolve("data/handout");
        char[] password = Files.readString(handout.resolve("password.txt")).toCharArray();
        return KeyFile.open(Files.readAllBytes(handout.resolve("korableva-1.p12")), password);
    }

    private static String letter(Wiring server) {
        return server.services().inbox().latestTo(ADDRESS, 9).stream()
                .filter(message -> message.subject().equals("Код подтверждения адреса"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static JsonNode order(Person person, String path) throws Exception {
        return json(person, path + "/order");
    }

    private static JsonNode json(Person person, String path) throws Exception {
        HttpResponse<String> answer = person.fetch(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
