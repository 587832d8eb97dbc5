// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.web.Site;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The whole server in headless Chromium, as an accountant meets it: every page to which a link leads, in both languages and each at both widths, breaks no
 * rule of axe-core and is not wider than the window. Leaves screenshots in {@code target/screens}.
 */
class EveryPageIT {
    private static final String PHONE = "+79000000001";
    /** Downloads, and pages that only send the browser on. */
    private static final Pattern NO_PAGE = Pattern.compile(
            ".*(/files/|/static/|/language/|/packages/|\\.pdf|\\.json|\\.txt|\\.cer|\\.crl|/setup\\b|/messages).*|.*/documents/[^/]+$|.*(download|preview|scan|image|print).*");

    @TempDir
    Path folder;

    private Wiring server;
    private Screens screens;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> shapes = new TreeSet<>();
    private String name = "";

    @BeforeEach
    void start() throws IOException {
        server = Wiring.start(
                new Wiring.Settings(0, folder.resolve("data"), CaProfile.EC, Duration.ofHours(1), List.of()),
                InstantSource.system(),
                new SecureRandom());
        screens = new Screens();
    }

    @AfterEach
    void stop() {
        screens.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"ru,desktop", "en,phone"})
    void everyPage_breaksNoRule(String language, String width) throws IOException {
        name = language + "-" + width + "-whole-";
        screens.view(width.equals("phone") ? Screens.PHONE : Screens.DESKTOP, 800);
        for (Site site : Site.values()) {
            screens.browser.get(server.sites().of(site) + "/language/" + language);
        }
        waysIn();
        profile();
        crawl(server.sites().cabinet() + "/");
        renewalOfAColleague();
        crawl(server.sites().cabinet() + "/");
        operator();
        for (Site site : Site.values()) {
            crawl(server.sites().of(site) + "/");
        }

        assertThat(complaints).isEmpty();
        assertThat(shapes).contains("/", "/profile", "/keys", "/archive", "/decrypt", "/inbox", "/applications/*");
    }

    private void look(String as) throws IOException {
        complaints.addAll(screens.lookAtBothWidths(name + as));
    }

    private void open(String path) {
        screens.browser.get(server.sites().cabinet() + path);
    }

    private WebElement element(String testId) {
        return screens.browser.findElement(By.cssSelector("[data-testid='" + testId + "']"));
    }

    private void press(String testId) {
        element(testId).click();
    }

    private boolean has(String testId) {
        return !screens.browser
                .findElements(By.cssSelector("[data-testid='" + testId + "']"))
                .isEmpty();
    }

    private void type(String testId, String text) {
        element(testId).clear();
        element(testId).sendKeys(text);
    }

    private String code(String phone) {
        Message call = server.services().inbox().latestTo(phone, 1).getFirst();
        String digits = call.from().replaceAll("\\D", "");
        return digits.substring(digits.length() - 4);
    }

    private void waysIn() throws IOException {
        open("/sign-in");
        look("sign-in");
        press("way-password");
        look("sign-in-password");
        type("email", "nobody@example.org");
        type("password", "wrong password");
        press("login-password");
        look("sign-in-password-wrong");
        press("way-phone");
        type("phone", PHONE);
        press("get-code");
        look("sign-in-code");
        type("code", code(PHONE));
        press("login");
        // What is under way would be broken off by the next page.
        await().ignoreExceptions().until(() -> !has("login"));
    }

    private void profile() throws IOException {
        open("/profile");
        look("profile");
        type("phone", "+7 900 000-00-55");
        press("get-code");
        look("profile-phone");
        type("code", "0000");
        press("login");
        look("profile-phone-wrong");
        type("code", code("+79000000055"));
        press("login");
        look("profile-phone-added");
        type("email", "alyona@example.org");
        type("current", "wrong password");
        type("fresh", "forty two camels");
        press("change-password");
        look("profile-password-wrong");
    }

    /** The accountant fills in what she may, up to where the holder is needed. */
    private void renewalOfAColleague() throws IOException {
        String certificate = server.services()
                .holders()
                .certificates(server.services().holders().byId("zhuravlyov").orElseThrow())
                .getFirst()
                .issued()
                .sha256();
        open("/renewals/new?certificate=" + certificate);
        look("introduction");
        press("begin");
        look("data");
        press("edit");
        look("form");
        type("surname", "Zhuravlyov");
        type("snils", "123");
        press("next");
        look("form-wrong");
        open(URI.create(screens.browser.getCurrentUrl()).getPath().replaceAll("/form$", ""));
        type("surname", "Журавлёв");
        type("snils", "08765430300");
        press("next");
        await().ignoreExceptions().until(() -> has("confirm-data") || has("form-wrong"));
        look("data-again");
        press("confirm-data");
        look("data-consent-missing");
        press("data-consent");
        press("confirm-data");
        await().ignoreExceptions().until(() -> has("hand-over"));
        look("hand-over");
        press("send-to-holder");
        look("handed-over");
        press("holder-here");
        look("holder-here");
    }

    private void operator() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("data/handout/operator-password.txt"));
        screens.browser.get(server.sites().of(Site.OPERATOR) + "/");
        look("operator-sign-in");
        type("operator-name", lines.getFirst());
        type("operator-password", lines.get(1));
        press("operator-sign-in");
        look("operator-queue");
    }

    /** Follows every link of a site, and looks at each kind of page once. */
    private void crawl(String start) throws IOException {
        Deque<String> ahead = new ArrayDeque<>(List.of(start));
        Set<String> seen = new TreeSet<>();
        URI home = URI.create(start);
        while (!ahead.isEmpty()) {
            URI here = URI.create(ahead.poll());
            if (!seen.add(here.getPath() + "?" + here.getQuery())) {
                continue;
            }
            screens.browser.get(here.toString());
            String step = String.valueOf(
                    screens.browser.findElement(By.tagName("body")).getDomAttribute("data-step"));
            String shape = shape(URI.create(screens.browser.getCurrentUrl()).getPath());
            boolean newShape = shapes.add(shape);
            boolean newStep = shapes.add(home.getHost() + " " + shape + " " + step);
            if (newShape || newStep) {
                look("page-" + home.getHost().replaceFirst("\\..*", "")
                        + shape.replace("/", "-").replace("*", "one") + "-" + step);
            }
            screens.browser.findElements(By.cssSelector("a[href]")).stream()
                    .map(link -> URI.create(String.valueOf(link.getDomProperty("href"))))
                    .filter(link -> home.getHost().equals(link.getHost()))
                    .filter(link -> !NO_PAGE.matcher(link.getPath()).matches())
                    .forEach(link -> ahead.add(link.toString().replaceAll("#.*", "")));
        }
    }

    /** A path without its ids. */
    private static String shape(String path) {
        return path.replaceAll("/[a-z0-9]{16,}", "/*");
    }
}
