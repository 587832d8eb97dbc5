// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Renders the templates, which were compiled at build; every value is escaped by its place in the page. */
final class Pages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    String render(String template, Frame frame, Object view) {
        StringOutput output = new StringOutput();
        templates.render(template + ".jte", Map.of("frame", frame, "view", view), output);
        return output.toString();
    }
}
