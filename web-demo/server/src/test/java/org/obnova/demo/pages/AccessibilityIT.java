// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.documents.Scans;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.media.Medium;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Every page in headless Chromium, in both languages and at two widths: no rule of axe-core (WCAG 2.2 A and AA, best practice) is broken,
 * nothing is wider than the window, the browser's console is silent. Leaves screenshots in {@code target/screens}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {
    private static final Path SCREENS = Screens.FOLDER;
    private static final long DESKTOP = Screens.DESKTOP;
    private static final long PHONE = Screens.PHONE;

    private PreparedSites demo;
    private ChromeDriver browser;
    private Screens screens;

    @BeforeAll
    void start() throws IOException {
        demo = new PreparedSites();
        screens = new Screens();
        browser = screens.browser;
    }

    @AfterAll
    void stop() {
        screens.close();
        demo.close();
    }

    @ParameterizedTest
    @CsvSource({"ru,desktop,true", "ru,phone,false", "en,desktop,false", "en,phone,true"})
    void everyPage_breaksNoRule(String language, String width, boolean rules) throws IOException {
        screens.byRules(rules);
        view(width.equals("phone") ? PHONE : DESKTOP, 800);
        String name = language + "-" + width + "-";
        List<String> complaints = new ArrayList<>();
        browser.get(demo.sites.extern() + "/language/" + language);
        complaints.addAll(look(demo.sites.extern() + "/", name + "extern"));
        complaints.addAll(setup(name, language));
        browser.get(demo.sites.cabinet() + "/language/" + language);
        complaints.addAll(look(demo.sites.cabinet() + "/inbox", name + "inbox"));
        complaints.addAll(look(demo.sites.cabinet() + "/nothing", name + "error"));
        complaints.addAll(signIn(name));
        demo.applications.clear();
        String script = ExtensionScript.install(browser);
        for (ApplicationState state : ApplicationState.values()) {
            String id = demo.applications.in(state, PreparedPeople.ANNA, PreparedPeople.DUE);
            complaints.addAll(look(
                    demo.sites.cabinet() + "/applications/" + id,
                    name + "step-" + state.name().toLowerCase(Locale.ROOT)));
        }
        complaints.addAll(unprovenAddress(name));
        complaints.addAll(media(name));
        complaints.addAll(keys(name));
        ExtensionScript.remove(browser, script);
        complaints.addAll(look(demo.sites.cabinet() + "/", name + "applications"));
        complaints.addAll(operator(name, language));
        assertThat(complaints).isEmpty();
    }

    /** A first issue, whose e-mail address stands in no certificate yet, with a letter under way. */
    private List<String> unprovenAddress(String name) throws IOException {
        String id = demo.applications.in(ApplicationState.REQUEST, PreparedPeople.ANNA, null);
        browser.get(demo.sites.cabinet() + "/applications/" + id);
        press("email-code");
        await().until(() -> browser.findElement(testId("typed-email-code")).isDisplayed());
        return look(null, name + "email-proof");
    }

    /** The operators' site: login, what waits, one application with its documents, the regime; and what its holder reads of a remark. */
    private List<String> operator(String name, String language) throws IOException {
        String id = demo.applications.in(ApplicationState.REVIEW, PreparedPeople.ANNA, PreparedPeople.DUE);
        Upload upload =
                demo.uploads.add(id, UploadKind.PASSPORT, "Паспорт.jpg", Scans.stream(Scans.jpeg(1040, 1480, 300)));
        List<String> complaints = new ArrayList<>(
                look(demo.sites.cabinet() + "/applications/" + id + "/documents/" + upload.id(), name + "document"));
        // The operator of the language before is still logged in.
        browser.get(demo.sites.operator() + "/");
        browser.manage().deleteAllCookies();
        browser.get(demo.sites.operator() + "/language/" + language);
        complaints.addAll(look(demo.sites.operator() + "/", name + "operator-sign-in"));
        browser.findElement(testId("operator-name")).sendKeys("operator");
        browser.findElement(testId("operator-password")).sendKeys(PreparedSites.OPERATOR_PASSWORD);
        press("operator-sign-in");
        complaints.addAll(look(demo.sites.operator() + "/", name + "operator-queue"));
        complaints.addAll(look(demo.sites.operator() + "/regime", name + "operator-regime"));
        complaints.addAll(look(demo.sites.operator() + "/applications/" + id, name + "operator-case"));
        demo.applications.reject(id, "Подпись на скане не видна: подпишите синими чернилами.");
        complaints.addAll(look(demo.sites.cabinet() + "/applications/" + id, name + "documents-rejected"));
        demo.uploads.remove(upload.id());
        return complaints;
    }

    /** The page that sets the computer up: with nothing there, checked, and at its end. */
    private List<String> setup(String name, String language) throws IOException {
        browser.get(demo.sites.setup() + "/language/" + language);
        browser.get(demo.sites.extern() + "/setup");
        await().until(() -> browser.findElement(testId("get-extension")).isDisplayed());
        List<String> complaints = new ArrayList<>(look(null, name + "setup"));
        complaints.addAll(setupWithoutApplication(name));
        String script = ExtensionScript.install(browser);
        browser.get(demo.sites.setup() + "/");
        await().until(() -> browser.findElement(testId("check")).isDisplayed());
        press("check");
        await().until(() -> browser.findElement(testId("setting-up")).isDisplayed());
        press("manual");
        complaints.addAll(look(null, name + "setup-checked"));
        press("configure");
        await().until(() -> browser.findElement(testId("finished")).isDisplayed());
        complaints.addAll(look(null, name + "setup-finished"));
        browser.executeScript("sessionStorage.clear()");
        ExtensionScript.remove(browser, script);
        return complaints;
    }

    private List<String> setupWithoutApplication(String name) throws IOException {
        String script = ExtensionScript.install(browser);
        browser.executeScript(
                "sessionStorage.setItem('refuse', JSON.stringify({method: 'hello', name: 'host_missing'}))");
        browser.get(demo.sites.setup() + "/");
        await().until(() -> browser.findElement(testId("get-application")).isDisplayed());
        // Held as it is: the page asks again every two seconds.
        browser.executeScript("Object.defineProperty(document, 'visibilityState', {value: 'hidden'})");
        List<String> complaints = look(null, name + "setup-application");
        ExtensionScript.remove(browser, script);
        return complaints;
    }

    /** The storage step with tokens of every kind, one of them pulled out, and the pages of a key that cannot be copied. */
    private List<String> media(String name) throws IOException {
        String cabinet = demo.sites.cabinet() + "/applications/";
        String general = demo.applications.in(ApplicationState.REQUEST, PreparedPeople.ANNA, PreparedPeople.DUE);
        PreparedMedia.plugBeside(
                browser,
                PreparedMedia.NO_DRIVER,
                PreparedMedia.COMPUTER,
                PreparedMedia.ACTIVE,
                PreparedMedia.FACTORY,
                PreparedMedia.LITE,
                PreparedMedia.LAST_TRY,
                PreparedMedia.LOCKED,
                PreparedMedia.FULL,
                PreparedMedia.FOREIGN,
                PreparedMedia.ESMART);
        List<String> complaints = new ArrayList<>(look(cabinet + general, name + "media-tokens"));
        browser.findElement(By.cssSelector("[data-storage=ecp] input")).click();
        PreparedMedia.plug(browser, PreparedMedia.COMPUTER, PreparedMedia.LITE);
        await().until(() ->
                !browser.findElements(By.cssSelector("[data-state=pulled]")).isEmpty());
        press("issue");
        press("consent");
        press("issue");
        complaints.addAll(look(null, name + "media-pulled"));
        String customs =
                demo.applications.in(ApplicationState.REQUEST, PreparedPeople.DECLARANT, PreparedPeople.OF_DECLARANT);
        PreparedMedia.plug(browser, PreparedMedia.COMPUTER, PreparedMedia.ACTIVE);
        complaints.addAll(look(cabinet + customs, name + "media-customs"));
        Medium token = new Medium("token", "rutoken-ecp", "active", "Рутокен ЭЦП 3.0 «Бухгалтерия»");
        for (ApplicationState state : List.of(ApplicationState.INSTALL, ApplicationState.DONE)) {
            String id = demo.applications.in(state, PreparedPeople.ANNA, PreparedPeople.DUE);
            demo.applications.lieOn(id, token);
            complaints.addAll(look(cabinet + id, name + "token-" + state.name().toLowerCase(Locale.ROOT)));
        }
        complaints.addAll(tokenFailures(cabinet + general, name));
        return complaints;
    }

    /** Keys outside of a renewal, with what became of them on the page. */
    private List<String> keys(String name) throws IOException {
        String cabinet = demo.sites.cabinet();
        String begun = demo.applications.in(ApplicationState.REQUEST, PreparedPeople.ANNA, PreparedPeople.DUE);
        demo.applications.lieOn(begun, new Medium("removable", null, null, "Флешка «ИВАНОВА»"));
        browser.get(cabinet + "/applications/" + begun);
        press("give-up");
        List<String> complaints = new ArrayList<>(look(null, name + "begun"));
        complaints.addAll(look(cabinet + "/", name + "applications-begun"));
        demo.applications.clear();
        browser.get(cabinet + "/applications/"
                + demo.applications.in(ApplicationState.DONE, PreparedPeople.ANNA, PreparedPeople.DUE));
        press("publish");
        await().until(() -> browser.findElement(testId("stores")).isDisplayed());
        press("copies");
        await().until(() -> browser.findElement(testId("copies-list")).isDisplayed());
        complaints.addAll(look(null, name + "done-published"));
        browser.get(cabinet + "/keys");
        press("copies");
        await().until(() -> browser.findElement(testId("copies-list")).isDisplayed());
        press("key-password");
        press("import");
        await().until(() ->
                !browser.findElement(testId("import-said")).getText().isEmpty());
        complaints.addAll(look(null, name + "keys"));
        browser.get(cabinet + "/archive");
        browser.findElements(By.name("old")).forEach(tick -> tick.click());
        press("archive");
        await().until(() ->
                !browser.findElement(testId("archive-said")).getText().isEmpty());
        complaints.addAll(look(null, name + "archive"));
        Path message = Files.write(SCREENS.resolve("message.p7m"), new byte[] {0x30, 0x00});
        browser.get(cabinet + "/decrypt");
        complaints.addAll(look(null, name + "decrypt"));
        browser.findElement(testId("message")).sendKeys(message.toAbsolutePath().toString());
        press("decrypt");
        await().until(() -> browser.findElement(testId("decrypted")).isDisplayed());
        complaints.addAll(look(null, name + "decrypted"));
        return complaints;
    }

    private List<String> tokenFailures(String address, String name) throws IOException {
        List<String> complaints = new ArrayList<>();
        for (String error : List.of("token_removed", "pin_locked", "driver_hangs")) {
            PreparedMedia.plug(browser, PreparedMedia.ACTIVE, PreparedMedia.COMPUTER);
            browser.get(address);
            awaitMedia();
            browser.executeScript(
                    "sessionStorage.setItem('refuse', JSON.stringify({method: 'request.create', name: arguments[0], texts: JSON.parse(arguments[1])}))",
                    error,
                    registered(error, name.substring(0, 2)));
            press("consent");
            press("issue");
            await().until(() -> browser.findElement(testId("notice")).isDisplayed());
            complaints.addAll(look(null, name + "failure-" + error));
        }
        browser.executeScript("sessionStorage.removeItem('media')");
        return complaints;
    }

    /** What the host would say. */
    private static String registered(String error, String language) throws IOException {
        try (InputStream registry =
                Objects.requireNonNull(AccessibilityIT.class.getResourceAsStream("/org/obnova/demo/web/errors.json"))) {
            for (JsonNode entry : new ObjectMapper().readTree(registry).path("errors")) {
                if (entry.path("name").asText().equals(error)) {
                    ObjectNode texts = ((ObjectNode) entry.path(language)).deepCopy();
                    return texts.set("code", entry.path("code")).toString();
                }
            }
        }
        throw new AssertionError("not in the registry: " + error);
    }

    private List<String> signIn(String name) throws IOException {
        List<String> complaints = new ArrayList<>(look(demo.sites.cabinet() + "/sign-in", name + "sign-in"));
        type("phone", "+7 900 000-00-01");
        press("get-code");
        complaints.addAll(look(null, name + "code"));
        type("code", "0000");
        press("login");
        complaints.addAll(look(null, name + "code-wrong"));
        type("code", PreparedSites.CODE);
        press("login");
        return complaints;
    }

    @Test
    void deadEnds_areNone_withoutTheExtension() throws IOException {
        screens.byRules(true);
        view(DESKTOP, 800);
        browser.get(demo.sites.setup() + "/language/ru");
        browser.get(demo.sites.extern() + "/language/ru");
        press("sign-in");
        await().until(() -> browser.findElement(testId("notice")).isDisplayed());
        List<String> complaints = look(null, "ru-desktop-no-extension");
        assertThat(complaints).isEmpty();
        assertThat(browser.findElement(testId("notice")).getDomAttribute("data-problem"))
                .isEqualTo("extension_missing");
        assertThat(browser.switchTo().activeElement().getDomAttribute("data-testid"))
                .isEqualTo("notice");
        press("setup");
        await().until(() ->
                browser.findElement(testId("setup-extension")).getText().equals("не найдено"));
        press("setup-back");
        assertThat(browser.findElement(testId("sign-in")).isEnabled()).isTrue();
    }

    private void type(String testId, String text) {
        browser.findElement(testId(testId)).sendKeys(text);
    }

    private void press(String testId) {
        browser.findElement(testId(testId)).click();
    }

    private static By testId(String name) {
        return By.cssSelector("[data-testid='" + name + "']");
    }

    private List<String> look(@Nullable String address, String name) throws IOException {
        return screens.look(address, name);
    }

    private void view(long width, long height) {
        screens.view(width, height);
    }

    private void awaitMedia() {
        screens.awaitMedia();
    }
}
