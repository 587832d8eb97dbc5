// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import static org.obnova.testkit.firefox.Translations.command;
import static org.obnova.testkit.firefox.Translations.with;

import java.util.List;

/**
 * The commands of a session: the table of W3C WebDriver (section 6.5) beside Marionette's names, and Mozilla's own ({@code moz/}). A word in
 * braces is a variable of the path; it goes to Marionette under that name.
 */
final class Routes {
    private static final String GET = "GET";
    private static final String POST = "POST";
    private static final String DELETE = "DELETE";

    static final List<Route> ALL = List.of(
            new Route(GET, "timeouts", command("WebDriver:GetTimeouts")),
            new Route(POST, "timeouts", command("WebDriver:SetTimeouts")),
            new Route(POST, "url", command("WebDriver:Navigate")),
            new Route(GET, "url", command("WebDriver:GetCurrentURL")),
            new Route(POST, "back", command("WebDriver:Back")),
            new Route(POST, "forward", command("WebDriver:Forward")),
            new Route(POST, "refresh", command("WebDriver:Refresh")),
            new Route(GET, "title", command("WebDriver:GetTitle")),
            new Route(GET, "source", command("WebDriver:GetPageSource")),
            new Route(GET, "window", command("WebDriver:GetWindowHandle")),
            new Route(POST, "window", command("WebDriver:SwitchToWindow")),
            new Route(DELETE, "window", command("WebDriver:CloseWindow")),
            new Route(GET, "window/handles", command("WebDriver:GetWindowHandles")),
            new Route(POST, "window/new", command("WebDriver:NewWindow")),
            new Route(GET, "window/rect", command("WebDriver:GetWindowRect")),
            new Route(POST, "window/rect", command("WebDriver:SetWindowRect")),
            new Route(POST, "window/maximize", command("WebDriver:MaximizeWindow")),
            new Route(POST, "window/minimize", command("WebDriver:MinimizeWindow")),
            new Route(POST, "window/fullscreen", command("WebDriver:FullscreenWindow")),
            new Route(POST, "frame", Translations::switchToFrame),
            new Route(POST, "frame/parent", command("WebDriver:SwitchToParentFrame")),
            new Route(GET, "element/active", command("WebDriver:GetActiveElement")),
            new Route(POST, "element", command("WebDriver:FindElement")),
            new Route(POST, "elements", command("WebDriver:FindElements")),
            new Route(POST, "element/{element}/element", command("WebDriver:FindElement")),
            new Route(POST, "element/{element}/elements", command("WebDriver:FindElements")),
            new Route(GET, "element/{id}/shadow", command("WebDriver:GetShadowRoot")),
            new Route(POST, "shadow/{shadowRoot}/element", command("WebDriver:FindElementFromShadowRoot")),
            new Route(POST, "shadow/{shadowRoot}/elements", command("WebDriver:FindElementsFromShadowRoot")),
            new Route(GET, "element/{id}/selected", command("WebDriver:IsElementSelected")),
            new Route(GET, "element/{id}/displayed", command("WebDriver:IsElementDisplayed")),
            new Route(GET, "element/{id}/enabled", command("WebDriver:IsElementEnabled")),
            new Route(GET, "element/{id}/attribute/{name}", command("WebDriver:GetElementAttribute")),
            new Route(GET, "element/{id}/property/{name}", command("WebDriver:GetElementProperty")),
            new Route(GET, "element/{id}/css/{propertyName}", command("WebDriver:GetElementCSSValue")),
            new Route(GET, "element/{id}/text", command("WebDriver:GetElementText")),
            new Route(GET, "element/{id}/name", command("WebDriver:GetElementTagName")),
            new Route(GET, "element/{id}/rect", command("WebDriver:GetElementRect")),
            new Route(GET, "element/{id}/computedrole", command("WebDriver:GetComputedRole")),
            new Route(GET, "element/{id}/computedlabel", command("WebDriver:GetComputedLabel")),
            new Route(POST, "element/{id}/click", command("WebDriver:ElementClick")),
            new Route(POST, "element/{id}/clear", command("WebDriver:ElementClear")),
            new Route(POST, "element/{id}/value", command("WebDriver:ElementSendKeys")),
            new Route(POST, "execute/sync", command("WebDriver:ExecuteScript")),
            new Route(POST, "execute/async", command("WebDriver:ExecuteAsyncScript")),
            new Route(GET, "cookie", command("WebDriver:GetCookies")),
            new Route(GET, "cookie/{name}", Translations::cookie),
            new Route(POST, "cookie", command("WebDriver:AddCookie")),
            new Route(DELETE, "cookie/{name}", command("WebDriver:DeleteCookie")),
            new Route(DELETE, "cookie", command("WebDriver:DeleteAllCookies")),
            new Route(POST, "actions", command("WebDriver:PerformActions")),
            new Route(DELETE, "actions", command("WebDriver:ReleaseActions")),
            new Route(POST, "alert/dismiss", command("WebDriver:DismissAlert")),
            new Route(POST, "alert/accept", command("WebDriver:AcceptAlert")),
            new Route(GET, "alert/text", command("WebDriver:GetAlertText")),
            new Route(POST, "alert/text", command("WebDriver:SendAlertText")),
            new Route(GET, "screenshot", with("full", false, command("WebDriver:TakeScreenshot"))),
            new Route(GET, "moz/screenshot/full", with("full", true, command("WebDriver:TakeScreenshot"))),
            new Route(GET, "element/{id}/screenshot", with("full", false, command("WebDriver:TakeScreenshot"))),
            new Route(POST, "print", command("WebDriver:Print")),
            new Route(GET, "moz/context", command("Marionette:GetContext")),
            new Route(POST, "moz/context", Translations::setContext),
            new Route(POST, "moz/addon/install", command("Addon:Install")),
            new Route(POST, "moz/addon/uninstall", command("Addon:Uninstall")));

    private Routes() {}
}
