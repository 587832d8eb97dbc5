// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.InvalidElementStateException;
import org.openqa.selenium.InvalidSelectorException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchShadowRootException;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Elements in a real Firefox, as Selenium asks for them over the bridge. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElementsIT {
    private FirefoxFixture firefox;
    private RemoteWebDriver browser;

    @BeforeAll
    void start() throws IOException {
        firefox = new FirefoxFixture();
        browser = firefox.browser;
    }

    @AfterAll
    void end() {
        firefox.close();
    }

    @Test
    void elementsAreFound_inThePageAndInEachOther() {
        firefox.open("<ul><li>one<li class=x>два</ul><p class=x>three <a href='#'>link</a></p>");

        assertThat(browser.findElements(By.cssSelector(".x"))).hasSize(2);
        WebElement list = browser.findElement(By.tagName("ul"));
        assertThat(list.findElements(By.xpath("./li")))
                .extracting(WebElement::getText)
                .containsExactly("one", "два");
        assertThat(list.findElement(By.className("x")).getText()).isEqualTo("два");
        assertThat(browser.findElement(By.linkText("link")).getTagName()).isEqualTo("a");
        assertThat(list.findElements(By.tagName("p"))).isEmpty();
        assertThat(browser.findElement(By.cssSelector("p"))).isEqualTo(browser.findElement(By.xpath("//p")));
    }

    @Test
    void whatIsNotThereIsToldApartFromWhatCannotBe() {
        firefox.open("<p>text");

        assertThatThrownBy(() -> browser.findElement(By.id("absent"))).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> browser.findElement(By.cssSelector("p[[")))
                .isInstanceOf(InvalidSelectorException.class);
    }

    @Test
    void elementsInAShadowRoot() {
        firefox.open("<div id=host></div><p id=plain></p>"
                + "<script>host.attachShadow({mode: 'open'}).innerHTML = '<b>in</b><b>side</b>'</script>");

        SearchContext shadow = browser.findElement(By.id("host")).getShadowRoot();

        assertThat(shadow.findElement(By.cssSelector("b")).getText()).isEqualTo("in");
        assertThat(shadow.findElements(By.cssSelector("b"))).hasSize(2);
        assertThatThrownBy(() -> browser.findElement(By.id("plain")).getShadowRoot())
                .isInstanceOf(NoSuchShadowRootException.class);
    }

    @Test
    void whatAnElementIs() {
        firefox.open("<input id=a value=old data-x='ы' disabled><input id=b type=checkbox checked><p id=c hidden>no"
                + "<div id=d style='position:absolute;left:30px;top:300px;width:50px;height:20px;color:rgb(1,2,3)'>x</div>"
                + "<button id=e aria-label='Имя'>x</button>");
        WebElement field = browser.findElement(By.id("a"));
        browser.executeScript("arguments[0].value = 'new'", field);

        assertThat(field.getDomAttribute("value")).isEqualTo("old");
        assertThat(field.getDomProperty("value")).isEqualTo("new");
        assertThat(field.getAttribute("value")).isEqualTo("new");
        assertThat(field.getDomAttribute("data-x")).isEqualTo("ы");
        assertThat(field.getDomAttribute("absent")).isNull();
        assertThat(field.isEnabled()).isFalse();
        assertThat(browser.findElement(By.id("b")).isSelected()).isTrue();
        assertThat(browser.findElement(By.id("c")).isDisplayed()).isFalse();
        WebElement box = browser.findElement(By.id("d"));
        assertThat(box.isDisplayed()).isTrue();
        assertThat(box.getRect()).isEqualTo(new org.openqa.selenium.Rectangle(30, 300, 20, 50));
        assertThat(box.getCssValue("color")).isEqualTo("rgb(1, 2, 3)");
        assertThat(browser.findElement(By.id("e")).getAriaRole()).isEqualTo("button");
        assertThat(browser.findElement(By.id("e")).getAccessibleName()).isEqualTo("Имя");
    }

    @Test
    void pressingAndTyping() {
        firefox.open(
                "<input id=a value=old><button id=b onclick='this.textContent = event.isTrusted + a.value'>x</button>");
        WebElement field = browser.findElement(By.id("a"));

        field.clear();
        field.sendKeys("Щука", Keys.LEFT, "!");
        assertThat(browser.switchTo().activeElement()).isEqualTo(field);
        browser.findElement(By.id("b")).click();

        assertThat(browser.findElement(By.id("b")).getText()).isEqualTo("trueЩук!а");
    }

    @Test
    void whatCannotBePressedOrTypedInto() {
        firefox.open("<button id=under>x</button><div style='position:fixed;inset:0'></div><p id=hidden hidden>x"
                + "<input id=fixed readonly>");

        assertThatThrownBy(browser.findElement(By.id("under"))::click)
                .isInstanceOf(ElementClickInterceptedException.class);
        assertThatThrownBy(browser.findElement(By.id("hidden"))::click)
                .isInstanceOf(ElementNotInteractableException.class);
        assertThatThrownBy(browser.findElement(By.id("fixed"))::clear).isInstanceOf(InvalidElementStateException.class);
    }

    @Test
    void elementOfAnEarlierPageIsStale() {
        firefox.open("<p>text");
        WebElement gone = browser.findElement(By.tagName("p"));
        browser.navigate().refresh();

        assertThatThrownBy(gone::getText).isInstanceOf(StaleElementReferenceException.class);
    }

    @Test
    void pointerAndKeysByActions() {
        firefox.open(
                "<style>#b{display:none;position:absolute;right:0;top:0} #a:hover + #b{display:block}</style><p id=a>over</p><p id=b>menu</p><input id=c>"
                        + "<p id=d ondblclick='this.textContent = 2'>1");

        new Actions(browser).moveToElement(browser.findElement(By.id("a"))).perform();
        assertThat(browser.findElement(By.id("b")).isDisplayed()).isTrue();
        new Actions(browser)
                .doubleClick(browser.findElement(By.id("d")))
                .click(browser.findElement(By.id("c")))
                .keyDown(Keys.SHIFT)
                .sendKeys("abc")
                .keyUp(Keys.SHIFT)
                .perform();
        browser.resetInputState();

        assertThat(browser.findElement(By.id("d")).getText()).isEqualTo("2");
        assertThat(browser.findElement(By.id("c")).getDomProperty("value")).isEqualTo("ABC");
    }

    @Test
    void fileIsChosenByItsPath(@TempDir Path folder) throws IOException {
        firefox.open("<input type=file>");
        Path file = Files.writeString(folder.resolve("отчёт.txt"), "text");

        browser.findElement(By.tagName("input")).sendKeys(file.toString());

        assertThat(browser.executeAsyncScript("const done = arguments[0], f = document.querySelector('input').files[0];"
                        + "f.text().then(text => done([f.name, text]))"))
                .isEqualTo(List.of("отчёт.txt", "text"));
    }
}
