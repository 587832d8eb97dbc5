// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.print;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Everything that can be printed, each as a PDF. Documents are Russian; the guide is in both languages. */
public final class Prints {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PdfWriter writer = new PdfWriter();

    /** «Заявление на выдачу сертификата», to be signed in blue ink. */
    public byte[] statement(StatementSheet sheet) {
        return print("statement", sheet);
    }

    /** «Доверенность на получение» of an employee. */
    public byte[] proxyToReceive(ProxySheet sheet) {
        return print("proxy-to-receive", sheet);
    }

    /** «Подтверждение права подписи»: a proxy for the official who certifies copies, left open for the name. */
    public byte[] rightToSign(ProxySheet sheet) {
        return print("right-to-sign", sheet);
    }

    /**
     * «Как подготовить документы».
     *
     * @param language {@code ru} or {@code en}
     */
    public byte[] guide(String language, GuideSheet sheet) {
        return print(language.equals("en") ? "guide-en" : "guide-ru", sheet);
    }

    private byte[] print(String template, Object sheet) {
        StringOutput xhtml = new StringOutput();
        templates.render("print/" + template + ".jte", Map.of("sheet", sheet), xhtml);
        return writer.write(xhtml.toString());
    }
}
