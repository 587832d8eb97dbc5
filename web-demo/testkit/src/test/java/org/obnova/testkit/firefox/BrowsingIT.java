// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.NoSuchFrameException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Pages, windows, frames, scripts, alerts, cookies and pictures in a real Firefox, as Selenium asks for them over the bridge. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowsingIT {
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

    @AfterEach
    void usualTimeouts() {
        browser.manage()
                .timeouts()
                .implicitlyWait(Duration.ZERO)
                .scriptTimeout(Duration.ofSeconds(30))
                .pageLoadTimeout(Duration.ofSeconds(60));
    }

    @Test
    void goingToAndFro() {
        String one = firefox.site.page("one", "<p>1");
        String two = firefox.site.page("two", "<p>2");

        browser.get(one);
        browser.get(two);
        assertThat(browser.getTitle()).isEqualTo("two");
        browser.navigate().back();
        assertThat(browser.getCurrentUrl()).isEqualTo(one);
        browser.navigate().forward();
        assertThat(browser.getCurrentUrl()).isEqualTo(two);
        firefox.site.page("two", "<p>3");
        browser.navigate().refresh();
        assertThat(browser.getPageSource()).contains("<p>3");
    }

    @Test
    void pageThatNeverComes() {
        browser.manage().timeouts().pageLoadTimeout(Duration.ofMillis(300));

        assertThat(browser.manage().timeouts().getPageLoadTimeout()).isEqualTo(Duration.ofMillis(300));
        assertThatThrownBy(() -> browser.get(firefox.site.never())).isInstanceOf(TimeoutException.class);
    }

    @Test
    void scriptsTakeAndGiveWhatJsonCan() {
        firefox.open("<p id=a>text");
        WebElement a = browser.findElement(By.id("a"));

        assertThat(browser.executeScript("return arguments", 1, "два", true, List.of(3L), Map.of("k", "v")))
                .isEqualTo(List.of(1L, "два", true, List.of(3L), Map.of("k", "v")));
        assertThat(browser.executeScript("return {value: {value: 1.5}, element: arguments[0]}", a))
                .isEqualTo(Map.of("value", Map.of("value", 1.5), "element", a));
        assertThat(browser.executeScript("return {value: 7}")).isEqualTo(Map.of("value", 7L));
        assertThat(browser.executeScript("")).isNull();
        assertThat(browser.executeAsyncScript("setTimeout(arguments[1], 10, arguments[0] + 1)", 41))
                .isEqualTo(42L);
    }

    @Test
    void scriptsThatFail() {
        firefox.open("");
        browser.manage().timeouts().scriptTimeout(Duration.ofMillis(200));

        assertThatThrownBy(() -> browser.executeScript("throw new Error('why')"))
                .isInstanceOf(JavascriptException.class)
                .hasMessageContaining("why");
        assertThatThrownBy(() -> browser.executeAsyncScript("")).isInstanceOf(ScriptTimeoutException.class);
    }

    @Test
    void windowsAndTabs() {
        firefox.open("");
        String first = browser.getWindowHandle();

        browser.switchTo().newWindow(WindowType.TAB);
        String tab = browser.getWindowHandle();
        assertThat(browser.getWindowHandles()).isEqualTo(Set.of(first, tab));
        browser.close();
        assertThatThrownBy(browser::getTitle).isInstanceOf(NoSuchWindowException.class);
        browser.switchTo().window(first);
        assertThat(browser.getTitle()).isEqualTo("page");
        browser.manage().window().setSize(new Dimension(900, 700));
        assertThat(browser.manage().window().getSize()).isEqualTo(new Dimension(900, 700));
    }

    @Test
    void framesByElementAndNumber() {
        firefox.open("<p>outer<iframe srcdoc='<p>first'></iframe><iframe id=b srcdoc='<p>second'></iframe>");

        browser.switchTo().frame(0);
        assertThat(browser.findElement(By.tagName("p")).getText()).isEqualTo("first");
        browser.switchTo().parentFrame();
        browser.switchTo().frame(browser.findElement(By.id("b")));
        assertThat(browser.findElement(By.tagName("p")).getText()).isEqualTo("second");
        browser.switchTo().defaultContent();
        assertThat(browser.findElement(By.tagName("p")).getText()).startsWith("outer");
        assertThatThrownBy(() -> browser.switchTo().frame(7)).isInstanceOf(NoSuchFrameException.class);
    }

    @Test
    void alerts() {
        firefox.open("<button onclick='this.textContent = prompt(\"Имя?\")'>x</button>");
        WebElement button = browser.findElement(By.tagName("button"));

        button.click();
        assertThat(browser.switchTo().alert().getText()).isEqualTo("Имя?");
        browser.switchTo().alert().sendKeys("Алёна");
        browser.switchTo().alert().accept();
        assertThat(button.getText()).isEqualTo("Алёна");
        button.click();
        browser.switchTo().alert().dismiss();
        assertThat(button.getText()).isEmpty();
        assertThatThrownBy(() -> browser.switchTo().alert()).isInstanceOf(NoAlertPresentException.class);
        button.click();
        assertThatThrownBy(browser::getTitle).isInstanceOf(UnhandledAlertException.class);
    }

    @Test
    void cookies() {
        firefox.open("");

        browser.manage().addCookie(new Cookie.Builder("a", "1").isHttpOnly(true).build());
        browser.manage().addCookie(new Cookie("b", "2"));
        assertThat(browser.manage().getCookieNamed("a"))
                .satisfies(cookie -> assertThat(cookie.getValue()).isEqualTo("1"))
                .satisfies(cookie -> assertThat(cookie.isHttpOnly()).isTrue());
        assertThat(browser.manage().getCookieNamed("c")).isNull();
        browser.manage().deleteCookieNamed("a");
        assertThat(browser.manage().getCookies()).extracting(Cookie::getName).containsExactly("b");
        browser.manage().deleteAllCookies();
        assertThat(browser.manage().getCookies()).isEmpty();
    }

    @Test
    void picturesAndPrints() throws IOException {
        firefox.open("<div style='width:120px;height:40px;background:rgb(200,0,0)'></div>");

        var page = ImageIO.read(new ByteArrayInputStream(browser.getScreenshotAs(OutputType.BYTES)));
        var element = ImageIO.read(
                new ByteArrayInputStream(browser.findElement(By.tagName("div")).getScreenshotAs(OutputType.BYTES)));
        byte[] print =
                Base64.getDecoder().decode(browser.print(new PrintOptions()).getContent());

        assertThat(page.getWidth()).isGreaterThan(400);
        assertThat(element.getWidth()).isEqualTo(120);
        assertThat(element.getHeight()).isEqualTo(40);
        assertThat(element.getRGB(60, 20)).isEqualTo(0xFFC80000);
        assertThat(new String(print, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void implicitWaitIsFirefoxsOwn() {
        firefox.open("<script>setTimeout(() => document.body.append(document.createElement('hr')), 300)</script><p>");
        browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(20));

        assertThat(browser.findElement(By.tagName("hr")).getTagName()).isEqualTo("hr");
    }
}
