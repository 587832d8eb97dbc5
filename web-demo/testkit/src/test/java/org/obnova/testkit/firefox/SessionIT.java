// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.RemoteWebDriver;

/** How sessions begin and end, and what else the server is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private WebDriverBridge bridge;

    @BeforeAll
    void start() throws IOException {
        bridge = FirefoxFixture.bridge();
    }

    @AfterAll
    void end() {
        bridge.close();
        client.close();
    }

    @Test
    void closingTheLastWindow_endsFirefoxAndItsProfile() throws IOException {
        RemoteWebDriver browser = FirefoxFixture.browser(bridge);
        ProcessHandle process = process(browser);
        Path profile = Path.of(String.valueOf(browser.getCapabilities().getCapability("moz:profile")));
        assertThat(profile).isDirectory();

        browser.close();

        awaitEnd(process);
        assertThat(profile).doesNotExist();
        assertThatThrownBy(browser::getTitle).isInstanceOf(NoSuchSessionException.class);
    }

    @Test
    void firefoxThatIsKilled_isToldOnce_thenThereIsNoSession(@TempDir Path profile) throws IOException {
        RemoteWebDriver browser = FirefoxFixture.browser(
                bridge,
                FirefoxFixture.headless(Map.of(
                        "args", java.util.List.of("--headless", "--no-remote", "-profile", profile.toString()))));
        ProcessHandle process = process(browser);

        process.destroyForcibly();

        assertThatThrownBy(browser::getTitle)
                .isInstanceOf(WebDriverException.class)
                .hasMessageContaining("Firefox is gone");
        assertThatThrownBy(browser::getTitle).isInstanceOf(NoSuchSessionException.class);
        awaitEnd(process);
        assertThat(profile.resolve("user.js"))
                .as("a profile that was named stays")
                .exists();
    }

    @Test
    void closingTheServer_endsEveryFirefox() throws IOException {
        WebDriverBridge other = FirefoxFixture.bridge();
        ProcessHandle process = process(FirefoxFixture.browser(other));

        other.close();

        awaitEnd(process);
    }

    @Test
    void closingTheServer_givesUpASessionThatBegins(@TempDir Path folder) throws IOException {
        WebDriverBridge other = FirefoxFixture.bridge();
        Path pid = folder.resolve("pid");
        Path sleeper =
                Files.writeString(folder.resolve("firefox"), "#!/bin/sh\necho $$ >'" + pid + "'\nexec sleep 600\n");
        Files.setPosixFilePermissions(sleeper, PosixFilePermissions.fromString("rwxr-xr-x"));
        MutableCapabilities wish = FirefoxFixture.headless(Map.of("binary", sleeper.toString()));
        Thread client = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> FirefoxFixture.browser(other, wish)));
        Awaitility.await("the process").until(() -> Files.exists(pid) && Files.size(pid) > 0);
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();

        other.close();

        awaitEnd(process);
        Awaitility.await("the client").until(() -> !client.isAlive());
    }

    @Test
    void temporaryAddOn_isInstalledAndRemoved_andPreferencesHold(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("manifest.json"), """
                {"manifest_version": 3, "name": "x", "version": "1", "browser_specific_settings": {"gecko": {"id": "x@obnova.org"}},
                 "host_permissions": ["http://127.0.0.1/*"],
                 "content_scripts": [{"matches": ["http://127.0.0.1/*"], "js": ["x.js"]}]}""");
        Files.writeString(folder.resolve("x.js"), "document.title = 'by the add-on';");
        MutableCapabilities wish =
                FirefoxFixture.headless(Map.of("prefs", Map.of("general.useragent.override", "Проба \"1\"")));
        RemoteWebDriver browser = FirefoxFixture.browser(bridge, wish);
        try (TestSite site = new TestSite()) {
            String session = "/session/" + browser.getSessionId();
            HttpResponse<String> installed =
                    post(session + "/moz/addon/install", Map.of("path", folder.toString(), "temporary", true));
            assertThat(value(installed).asText()).isEqualTo("x@obnova.org");
            Awaitility.await("the content script").until(() -> {
                browser.get(site.page("page", ""));
                return browser.getTitle().equals("by the add-on");
            });
            assertThat(browser.executeScript("return navigator.userAgent")).isEqualTo("Проба \"1\"");

            post(session + "/moz/addon/uninstall", Map.of("id", "x@obnova.org"));
            browser.get(site.page("page", ""));
            assertThat(browser.getTitle()).isEqualTo("page");

            assertThat(post(
                                    session + "/moz/addon/install",
                                    Map.of("path", folder.resolve("absent").toString()))
                            .statusCode())
                    .isEqualTo(500);
        } finally {
            browser.quit();
        }
    }

    @Test
    void firefoxThatDoesNotStart_orIsAnotherBrowser_isNoSession() throws IOException {
        assertThatThrownBy(
                        () -> FirefoxFixture.browser(bridge, FirefoxFixture.headless(Map.of("binary", "/bin/false"))))
                .isInstanceOf(SessionNotCreatedException.class)
                .hasMessageContaining("ended with status 1");
        assertThatThrownBy(() -> FirefoxFixture.browser(bridge, FirefoxFixture.headless(Map.of("binary", "/absent"))))
                .isInstanceOf(SessionNotCreatedException.class);
        MutableCapabilities chrome = new MutableCapabilities();
        chrome.setCapability("browserName", "chrome");
        assertThatThrownBy(() -> FirefoxFixture.browser(bridge, chrome))
                .isInstanceOf(SessionNotCreatedException.class)
                .hasMessageContaining("only firefox");
    }

    @Test
    void whatIsNoCommand() throws Exception {
        assertThat(value(get("/status")).path("ready").asBoolean()).isTrue();
        assertTold(get("/"), 404, "unknown command");
        assertTold(get("/session"), 405, "unknown method");
        assertTold(get("/session/absent/url"), 404, "invalid session id");
        assertTold(send(request("/session").POST(HttpRequest.BodyPublishers.ofString("[]"))), 400, "invalid argument");
        assertTold(send(request("/session").POST(HttpRequest.BodyPublishers.ofString("{"))), 400, "invalid argument");
    }

    @Test
    void whatAPageCouldSend_isRefused() throws Exception {
        var body = HttpRequest.BodyPublishers.ofString("{\"capabilities\":{}}");
        assertTold(
                send(request("/session").header("Origin", "https://obnova.org").POST(body)), 400, "invalid argument");
        assertTold(
                send(HttpRequest.newBuilder(address("/session"))
                        .header("Content-Type", "text/plain")
                        .POST(body)),
                400,
                "invalid argument");
        // A name of the attacker's that leads to 127.0.0.1.
        assertTold(
                send(HttpRequest.newBuilder(address("/status")).header("Host", "rebound.example")),
                400,
                "invalid argument");
    }

    private static ProcessHandle process(RemoteWebDriver browser) {
        String id = String.valueOf(browser.getCapabilities().getCapability("moz:processID"));
        return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
    }

    private static void awaitEnd(ProcessHandle process) {
        Awaitility.await("Firefox to end").atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
    }

    private URI address(String path) {
        return bridge.address().resolve(path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json; charset=utf-8");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, Map<String, ?> body) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode value(HttpResponse<String> reply) throws IOException {
        return JSON.readTree(reply.body()).path("value");
    }

    private static void assertTold(HttpResponse<String> reply, int status, String error) throws IOException {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(value(reply).path("error").asText()).isEqualTo(error);
    }
}
