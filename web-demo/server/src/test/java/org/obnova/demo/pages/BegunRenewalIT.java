// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.media.Medium;
import org.openqa.selenium.By;

/** A renewal that was begun and left: what the pages say of it, how it goes on, here and on another computer, and how it is given up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BegunRenewalIT {
    private static final Medium STICK = new Medium("removable", null, null, "Флешка «ИВАНОВА»");
    private static final String REMOVABLE =
            "{\"id\":\"ivanova\",\"kind\":\"removable\",\"label\":\"Флешка «ИВАНОВА»\",\"state\":\"ready\"}";
    private CabinetBrowser cabinet;

    @BeforeAll
    void start() throws IOException {
        cabinet = new CabinetBrowser();
    }

    @AfterAll
    void stop() {
        cabinet.close();
    }

    @BeforeEach
    void forget() {
        cabinet.forget();
    }

    @Test
    void leftAtTheStorageStep_isContinuedWithTheButtonThatSaysSo() {
        String id = begun(ApplicationState.REQUEST);
        cabinet.knowsRenewals(renewal(id, ""));
        assertThat(cabinet.element("begun").getText())
                .contains("Выпуск уже начат", "Флешка «ИВАНОВА»", "второй ключ создан не будет");
        cabinet.press("consent");
        cabinet.press("continue");
        cabinet.awaitStep("issuing");
        assertThat(cabinet.lastCall("request.create")).isEqualTo("none");
    }

    @Test
    void onAnotherComputer_installationHandsOverTheRequestThatTheCaHolds() {
        begun(ApplicationState.INSTALL);
        cabinet.press("install");
        cabinet.awaitStep("done");
        assertThat(cabinet.lastCall("request.create")).contains("\"request\":\"Z29vZA==\"");
        assertThat(cabinet.lastCall("certificate.install")).contains("\"renewal\":\"r1\"");
    }

    @Test
    void keyThatIsNotAtHand_isAskedForByItsName_andTheRenewalGoesOnWhenItComes() {
        PreparedMedia.plug(cabinet.browser, PreparedMedia.COMPUTER);
        String id = begun(ApplicationState.INSTALL);
        cabinet.knowsRenewals(renewal(id, ",\"keyMissing\":true"));
        cabinet.press("install");
        cabinet.awaitShown("waiting-for-token");
        assertThat(cabinet.element("notice").getText())
                .contains(
                        "Вставьте носитель с ключом этого обновления: Флешка «ИВАНОВА».",
                        "Ничего не потеряно",
                        "продолжим сами");
        await().until(() -> !cabinet.lastCall("storages.list").equals("none"));
        PreparedMedia.plug(cabinet.browser, PreparedMedia.COMPUTER, PreparedMedia.LITE);
        assertThat(cabinet.element("notice").isDisplayed())
                .as("another medium is not waited for")
                .isTrue();
        cabinet.knowsRenewals(renewal(id, ""));
        PreparedMedia.plug(cabinet.browser, PreparedMedia.COMPUTER, REMOVABLE);
        cabinet.awaitStep("done");
        assertThat(cabinet.lastCall("certificate.install")).contains("\"renewal\":\"r7\"");
    }

    @Test
    void keyThatNobodyKnowsHere_isWaitedFor_onWhateverMediumItComes() {
        PreparedMedia.plug(cabinet.browser, PreparedMedia.COMPUTER);
        begun(ApplicationState.INSTALL);
        cabinet.refuse("request.create", "container_not_found");
        cabinet.press("install");
        cabinet.awaitShown("waiting-for-token");
        await().until(() -> !cabinet.lastCall("storages.list").equals("none"));
        PreparedMedia.plug(cabinet.browser, PreparedMedia.COMPUTER, REMOVABLE);
        cabinet.awaitStep("done");
    }

    @Test
    void receipt_namesItsRenewal_whereThisComputerKnowsIt() {
        String id = begun(ApplicationState.RECEIPT);
        cabinet.knowsRenewals(renewal(id, ""));
        cabinet.press("sign-receipt");
        cabinet.awaitStep("install");
        assertThat(cabinet.lastCall("document.sign")).contains("\"renewal\":\"r7\"");
    }

    @Test
    void receipt_isSigned_whereTheRenewalIsNotShown() {
        begun(ApplicationState.RECEIPT);
        cabinet.refuse("renewal.list", "consent_refused");
        cabinet.press("sign-receipt");
        cabinet.awaitStep("install");
        assertThat(cabinet.lastCall("document.sign")).doesNotContain("renewal\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"REQUEST", "RECEIPT", "INSTALL"})
    void givenUp_leadsBackToTheStorageStep_andNothingIsSelectedThere(ApplicationState state) {
        String id = begun(state);
        cabinet.knowsRenewals(renewal(id, ""));
        cabinet.press("give-up");
        cabinet.press("abandon");
        await().ignoreExceptions().until(() -> cabinet.step().equals("request") && !cabinet.has("begun"));
        assertThat(cabinet.lastCall("renewal.abandon")).contains("\"renewal\":\"r7\"");
        assertThat(demoMedium(id)).isNull();
    }

    @Test
    void givenUpOnAnotherComputer_needsNoWindowOfTheApplication() {
        begun(ApplicationState.INSTALL);
        cabinet.press("give-up");
        cabinet.press("abandon");
        cabinet.awaitStep("request");
        assertThat(cabinet.lastCall("renewal.abandon")).isEqualTo("none");
    }

    @Test
    void givingUp_thatThePersonThinksBetterOf_changesNothing() {
        String id = begun(ApplicationState.INSTALL);
        cabinet.knowsRenewals(renewal(id, ""));
        cabinet.refuse("renewal.abandon", "cancelled");
        cabinet.press("give-up");
        cabinet.press("abandon");
        cabinet.awaitShown("notice");
        cabinet.browser.navigate().refresh();
        assertThat(cabinet.step()).isEqualTo("install");
    }

    @Test
    void renewalThatIsInstalledAlready_isNotGivenUp_andThePageIsShownAnew() {
        String id = begun(ApplicationState.INSTALL);
        cabinet.knowsRenewals(renewal(id, ""));
        cabinet.refuse("renewal.abandon", "renewal_finished");
        cabinet.press("give-up");
        cabinet.press("abandon");
        cabinet.awaitShown("notice");
        assertThat(cabinet.browser.findElements(By.cssSelector("#notice [data-act]")))
                .extracting(choice -> choice.getDomAttribute("data-act"))
                .containsExactly("reload");
    }

    private String begun(ApplicationState state) {
        String id = cabinet.demo.applications.in(state, PreparedPeople.ANNA, PreparedPeople.DUE);
        cabinet.demo.applications.lieOn(id, STICK);
        cabinet.open("/applications/" + id);
        return id;
    }

    /** What the application on the computer tells of it. */
    private static String renewal(String application, String more) {
        return "[{\"renewal\":\"r7\",\"application\":\"" + application
                + "\",\"state\":\"requested\",\"request\":\"AAAA\",\"storage\":\"ivanova\",\"storageLabel\":\"Флешка «ИВАНОВА»\""
                + more
                + "}]";
    }

    private @org.jspecify.annotations.Nullable Medium demoMedium(String id) {
        return cabinet.demo.applications.find(id).orElseThrow().medium();
    }
}
