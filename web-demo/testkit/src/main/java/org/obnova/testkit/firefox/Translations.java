// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** How commands are translated: nearly all by name alone. */
final class Translations {
    /** Under which a reference to an element travels (W3C WebDriver, section 12). */
    static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private Translations() {}

    /** A command of the same parameters. */
    static Translation command(String name) {
        return (marionette, parameters) -> value(marionette.send(name, parameters));
    }

    /** With one parameter more. */
    static Translation with(String parameter, boolean value, Translation next) {
        return (marionette, parameters) -> {
            parameters.put(parameter, value);
            return next.run(marionette, parameters);
        };
    }

    /** Marionette wraps whatever is no object or list of its own. */
    private static JsonNode value(JsonNode result) {
        return result.isObject() && result.size() == 1 && result.has("value") ? result.get("value") : result;
    }

    /** A frame is named by an element's reference, a number, or null for the page itself. */
    static JsonNode switchToFrame(Translation.Sender marionette, ObjectNode parameters)
            throws IOException, WebDriverError {
        if (!parameters.has("id")) {
            throw new WebDriverError(WebDriverError.INVALID_ARGUMENT, "the frame's id is missing");
        }
        JsonNode id = parameters.get("id");
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        if (id.has(ELEMENT)) {
            frame.set("element", id.get(ELEMENT));
        } else if (id.isNull() || id.isIntegralNumber()) {
            frame.set("id", id);
        } else {
            throw new WebDriverError(WebDriverError.INVALID_ARGUMENT, "no frame is named by " + id);
        }
        return value(marionette.send("WebDriver:SwitchToFrame", frame));
    }

    /** Marionette gives only all cookies at once. */
    static JsonNode cookie(Translation.Sender marionette, ObjectNode parameters) throws IOException, WebDriverError {
        String name = parameters.path("name").asText();
        for (JsonNode cookie : marionette.send("WebDriver:GetCookies", JsonNodeFactory.instance.objectNode())) {
            if (cookie.path("name").asText().equals(name)) {
                return cookie;
            }
        }
        throw new WebDriverError(WebDriverError.NO_SUCH_COOKIE, "no cookie is named " + name);
    }

    /** {@code chrome}: the browser's own windows; {@code content}: pages. */
    static JsonNode setContext(Translation.Sender marionette, ObjectNode parameters)
            throws IOException, WebDriverError {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.set("value", parameters.path("context"));
        return value(marionette.send("Marionette:SetContext", context));
    }
}
