// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.obnova.testkit.Browser;
import org.obnova.testkit.Checkout;
import org.obnova.testkit.HostWindow;
import org.obnova.testkit.NativeManifest;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Pages;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * What a person reads, on a page and in the extension, for each state of the host: missing, not allowed, crashing, too old, ready. The host is
 * exchanged while the browser runs, as an installation does it; no state may stick.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("each-browser")
class HostStatesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Greets with a version of the protocol that was never published, and waits for its end. */
    private static final String TOO_OLD = """
            #!/bin/sh
            length=$(od -An -tu4 -N4 | tr -d ' ')
            request=$(dd bs=1 count="$length" 2>/dev/null)
            id=$(printf %s "$request" | sed 's/.*"id":"\\([0-9]*\\)".*/\\1/')
            reply='{"jsonrpc":"2.0","id":"'$id'","result":{"protocol":0,"version":"0.0.1","language":"ru","methods":[]}}'
            printf "\\\\$(printf %03o "${#reply}")\\0\\0\\0%s" "$reply"
            exec cat >/dev/null
            """;

    private static final String CRASHING = """
            #!/bin/sh
            exit 3
            """;

    private final Browser browser = Browser.chosen();
    private Path folder = Path.of("");
    private Accountant accountant;
    private Pages pages;

    @BeforeAll
    void sitDown() throws IOException {
        folder = Journeys.folder("host-states");
        accountant = Journeys.accountant(folder, "gost256", 1);
        pages = accountant.renewal().pages();
    }

    @AfterAll
    void leave() {
        accountant.close();
    }

    @Test
    void hostMissing() throws IOException {
        Files.deleteIfExists(browser.nativeManifest(accountant.workplace().home()));
        assertPlainLinkInThePortal();
        assertPageSays("host_missing", "setup");
        pages.press("setup");
        awaitText("setup-extension", "установлено");
        awaitText("setup-host", "не найдено");
        pages.picture("setup-host-missing");
        assertPopupSays("host_missing", "setup", "again");
        assertOptionsSay("host_missing");
    }

    /** The manifest stayed behind, and the program is gone: to be installed again, as if nothing were there. */
    @Test
    void hostGone() throws IOException {
        write(folder.resolve("absent"), browser.caller(accountant.workplace().extension()));
        assertPlainLinkInThePortal();
        assertPageSays("host_missing", "setup");
        assertPopupSays("host_missing", "setup", "again");
    }

    @Test
    void hostForbidden() throws IOException {
        write(Checkout.find().launcher(), browser.otherCaller());
        assertPlainLinkInThePortal();
        String code = browser.tellsOfForbiddenHost() ? "host_forbidden" : "host_missing";
        assertPageSays(code, "setup");
        assertPopupSays(code, "setup", "again");
        assertOptionsSay(code);
    }

    @Test
    void hostCrashed() throws IOException {
        install(CRASHING);
        assertPlainLinkInThePortal();
        assertPageSays("host_crashed", "again");
        assertPopupSays("host_crashed", "again");
        assertOptionsSay("host_crashed");
    }

    @Test
    void hostOutdated() throws IOException {
        install(TOO_OLD);
        assertPlainLinkInThePortal();
        assertPageSays("host_outdated", "setup");
        assertPopupSays("host_outdated", "setup", "again");
        assertOptionsSay("host_outdated");
    }

    @Test
    void extensionMissing() throws IOException {
        installTheRealOne();
        accountant.workplace().startBrowserWithoutExtension();
        try {
            assertPlainLinkInThePortal();
            assertPageSays("extension_missing", "setup");
        } finally {
            accountant.workplace().startBrowser();
        }
    }

    @Test
    void hostReady_consentsAreListedAndRevoked() throws IOException {
        installTheRealOne();
        accountant.renewal().openPortal();
        openSignIn();
        pages.press("choose-certificate");
        accountant
                .person()
                .attendUntil(
                        "the certificates",
                        () -> accountant
                                .workplace()
                                .browser()
                                .findElement(testId("sign-in-certificate"))
                                .isDisplayed());
        openOwn("popup/popup.html");
        await().atMost(PATIENCE).until(() -> isThere(testId("ready")));
        pages.picture("popup-ready");

        openOwn("options/options.html");
        WebElement revoke = pages.element("revoke");
        assertThat(contentText()).contains(accountant.server().cabinet());
        pages.picture("options-consents");
        revoke.click();
        await().atMost(PATIENCE).until(() -> !isThere(testId("revoke")));
        openSignIn();
        pages.press("choose-certificate");
        accountant.person().refuses(HostWindow.CONSENT_CERTIFICATES);
        assertThat(pages.awaitNotice().code()).isEqualTo("consent_refused");
    }

    /** The browser itself has to take what the extension registers; the question to the person before it cannot be driven. */
    @Test
    void siteThatThePersonAdded_getsTheScripts() {
        openOwn("options/options.html");
        Object registered = accountant.workplace().browser().executeAsyncScript("""
                const done = arguments[0], api = globalThis.browser ?? chrome, site = 'https://site.example/*';
                (async () => {
                  const {registerSite, unregisterSite, enabledSites} = await import('/shared/browser.js');
                  await registerSite(site);
                  const [script] = await api.scripting.getRegisteredContentScripts();
                  const sites = await enabledSites();
                  await unregisterSite(site);
                  return [sites[0], new URL(script.js[0], location.origin).pathname, (await enabledSites()).length];
                })().then(done, (failure) => done(String(failure)));
                """);
        assertThat(registered).isEqualTo(List.of("https://site.example/*", "/content/extension.js", 0L));
    }

    private void install(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("host.sh"), script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        write(program, browser.caller(accountant.workplace().extension()));
    }

    private void installTheRealOne() throws IOException {
        write(Checkout.find().launcher(), browser.caller(accountant.workplace().extension()));
    }

    private void write(Path program, String caller) throws IOException {
        NativeManifest.write(browser, accountant.workplace().home(), program, caller);
    }

    /** No dead button: without extension or host the portal's own link leads to the cabinet. */
    private void assertPlainLinkInThePortal() {
        pages.open(accountant.server().extern() + "/");
        WebElement link = pages.element("cabinet-link");
        assertThat(link.isDisplayed()).isTrue();
        assertThat(accountant.renewal().offers()).isEmpty();
    }

    private void openSignIn() {
        pages.open(accountant.server().cabinet() + "/sign-in");
    }

    private void assertPageSays(String code, String act) {
        openSignIn();
        pages.press("choose-certificate");
        Pages.Notice notice = pages.awaitNotice();
        pages.picture("page-" + code);
        assertThat(notice.code()).isEqualTo(code);
        assertThat(notice.lines()).hasSize(3).doesNotContain("");
        assertThat(notice.acts()).containsExactly(act);
    }

    private void assertPopupSays(String code, String... buttons) {
        openOwn("popup/popup.html");
        awaitProblem(code);
        pages.picture("popup-" + code);
        List<String> offered = accountant.workplace().browser().findElements(By.cssSelector("#content button")).stream()
                .map(button -> String.valueOf(button.getDomAttribute("data-testid")))
                .toList();
        assertThat(offered).containsExactly(buttons);
    }

    private void assertOptionsSay(String code) {
        openOwn("options/options.html");
        awaitProblem(code);
        pages.picture("options-" + code);
    }

    private void awaitProblem(String code) {
        By problem = By.cssSelector("#content [data-problem=" + code + "]");
        await(code).atMost(PATIENCE).until(() -> isThere(problem));
    }

    private void awaitText(String testId, String text) {
        await(testId)
                .atMost(PATIENCE)
                .until(() -> pages.element(testId).getText().contains(text));
    }

    private void openOwn(String page) {
        pages.open(accountant.workplace().ownPage(page));
    }

    private String contentText() {
        return accountant.workplace().browser().findElement(By.id("content")).getText();
    }

    private boolean isThere(By element) {
        return !accountant.workplace().browser().findElements(element).isEmpty();
    }

    private static By testId(String name) {
        return By.cssSelector("[data-testid=" + name + "]");
    }
}
