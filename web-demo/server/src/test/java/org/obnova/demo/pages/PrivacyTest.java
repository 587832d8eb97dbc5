// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.store.TestDatabase;
import org.obnova.demo.watch.JsonLines;
import org.obnova.demo.web.Site;
import org.slf4j.LoggerFactory;

/** The whole server, with everything that a person may do wrong: neither its log nor any address on its pages says who somebody is. */
class PrivacyTest {
    private static final String PHONE = "+79000000001";
    private static final String SPARE = "+79161234567";
    private static final String PASSWORD = "сорок два верблюда";
    private static final Pattern ADDRESS = Pattern.compile("(?:href|action|src|hx-get|hx-post|data-next)=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Set<String> addresses = new TreeSet<>();
    private Wiring server;
    private Person anna;

    @BeforeEach
    void start() throws Exception {
        log.start();
        root().addAppender(log);
        logger("org.obnova").setLevel(Level.TRACE);
        server = Wiring.start(
                new Wiring.Settings(0, folder.resolve("data"), CaProfile.EC, Duration.ZERO, List.of())
                        .on(TestDatabase.shared()),
                InstantSource.system(),
                new SecureRandom());
        anna = new Person(server.sites(), Site.CABINET);
    }

    @AfterEach
    void stop() {
        server.close();
        logger("org.obnova").setLevel(null);
        root().detachAppender(log);
    }

    private static Logger root() {
        return logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** What is nobody's business: of everybody whom the demo knows, and what was typed here. */
    private Set<String> secrets() {
        Set<String> secrets =
                new TreeSet<>(Set.of(PASSWORD, "верблюда", SPARE, SPARE.substring(1), "9161234567", "Немогущий"));
        for (Holder holder : server.services().holders().first(100)) {
            secrets.addAll(List.of(
                    holder.id(), holder.phone().e164(), holder.phone().e164().substring(2)));
            Stream.of(
                            holder.subject().commonName(),
                            holder.subject().surname(),
                            holder.subject().snils(),
                            holder.subject().inn(),
                            holder.subject().email())
                    .filter(text -> text != null && !text.isEmpty())
                    .forEach(secrets::add);
        }
        return secrets;
    }

    private String code(String phone) {
        Message call = server.services().inbox().latestTo(phone, 1).getFirst();
        String digits = call.from().replaceAll("\\D", "");
        return digits.substring(digits.length() - 4);
    }

    private HttpResponse<String> keep(HttpResponse<String> answer) {
        answer.headers().firstValue("Location").ifPresent(addresses::add);
        Matcher found = ADDRESS.matcher(answer.body());
        while (found.find()) {
            addresses.add(found.group(1).replace("&amp;", "&"));
        }
        return answer;
    }

    private void post(String path, Map<String, String> fields) throws Exception {
        keep(anna.submit(path, fields));
    }

    @Test
    void neitherLogNorAddresses_sayWhoSomebodyIs() throws Exception {
        logInWithMistakes();
        useProfileWithMistakes();
        walkEveryPage();
        sendRubbish();

        List<String> lines = log.list.stream()
                .map(event ->
                        new String(new JsonLines().encode(event), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
                .toList();
        String figures = figures().toLowerCase(Locale.ROOT);
        for (String secret : secrets()) {
            String bare = secret.toLowerCase(Locale.ROOT);
            assertThat(addresses)
                    .as("addresses with %s", secret)
                    .noneMatch(address -> URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8)
                            .toLowerCase(Locale.ROOT)
                            .contains(bare));
            assertThat(lines).as("log with %s", secret).noneMatch(line -> line.contains(bare));
            assertThat(figures).as("figures with %s", secret).doesNotContain(bare);
        }
        assertThat(addresses).hasSizeGreaterThan(20);
        assertThat(lines)
                .as("requests were logged")
                .anyMatch(line ->
                        line.contains("\"route\":\"/applications/{id}\"") && line.contains("\"role\":\"holder\""));
        assertThat(figures).contains("route=\"/applications/{id}\"");
    }

    private String figures() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.watch(0).resolve("/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void logInWithMistakes() throws Exception {
        keep(anna.open("/renewals/new?certificate=" + "a".repeat(64)));
        keep(anna.open("/sign-in"));
        post("/sign-in/phone", Map.of("phone", "не телефон " + PHONE));
        post("/sign-in/password", Map.of("email", "korableva@example.org", "password", PASSWORD));
        post("/sign-in/phone", Map.of("phone", PHONE));
        keep(anna.open("/sign-in/code"));
        post("/sign-in/code", Map.of("code", "x"));
        post("/sign-in/repeat", Map.of());
        post("/sign-in/code", Map.of("code", code(PHONE)));
    }

    private void useProfileWithMistakes() throws Exception {
        keep(anna.open("/profile"));
        post("/profile/phones", Map.of("phone", "+7 (Немогущий)"));
        post("/profile/phones", Map.of("phone", SPARE));
        post("/profile/phone/code", Map.of("code", "0"));
        post("/profile/phone/code", Map.of("code", code(SPARE)));
        post("/profile/phones/removal", Map.of("phone", SPARE));
        post("/profile/password", Map.of("email", "Немогущий", "current", PASSWORD, "fresh", PASSWORD));
        post("/profile/password", Map.of("email", "a@example.org", "current", PASSWORD, "fresh", PASSWORD));
    }

    /** Follows every link of the cabinet, and opens the other sites. */
    private void walkEveryPage() throws Exception {
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new TreeSet<>();
        while (!ahead.isEmpty() && seen.size() < 150) {
            String path = ahead.poll();
            if (!seen.add(path) || path.startsWith("/static") || path.startsWith("/language")) {
                continue;
            }
            Set<String> before = new TreeSet<>(addresses);
            keep(anna.open(path));
            addresses.stream()
                    .filter(address -> address.startsWith("/") && !before.contains(address))
                    .forEach(ahead::add);
        }
        for (Site site : Site.values()) {
            keep(new Person(server.sites(), site).open("/"));
        }
        assertThat(seen).as("applications were opened").anyMatch(path -> path.startsWith("/applications/"));
    }

    /** Forms of the pages with what does not belong there, broken JSON with a name in it, and what nobody may do. */
    private void sendRubbish() throws Exception {
        for (String path : List.copyOf(addresses)) {
            if (path.startsWith("/applications/")) {
                String page = anna.open(path).body();
                Map<String, String> fields = new java.util.HashMap<>();
                Matcher input = INPUT.matcher(page);
                while (input.find()) {
                    fields.put(input.group(1), "Немогущий " + PHONE);
                }
                fields.put("_token", anna.token());
                for (String step :
                        List.of("/data", "/form", "/statement", "/agreement", "/medium", "/receipt/code", "")) {
                    keep(anna.submit(path + step, fields));
                    keep(anna.post(path + step, "{\"email\": \"Немогущий" + PHONE));
                    keep(anna.post(path + step, "{\"kind\":\"Немогущий\",\"label\":\"" + PHONE + "\"}"));
                }
            }
        }
        keep(anna.post("/sign-in/certificate", "{\"text\":\"Немогущий\",\"signature\":\"bm8=\"}"));
        keep(anna.post("/nothing", "Немогущий", "no token"));
    }
}
