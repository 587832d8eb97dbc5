// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Makes PDFs of XHTML. Nothing outside of the text given is ever loaded. */
final class PdfWriter {
    private static final String FONTS = "/liberation/Liberation";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    PdfWriter() {
        // It would tell of every font and element on standard error.
        XRLog.setLoggingEnabled(false);
    }

    byte[] write(String xhtml) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Obnova");
        builder.useUriResolver((base, address) -> null);
        font(builder, "Serif-Regular", "Liberation Serif", NORMAL);
        font(builder, "Serif-Bold", "Liberation Serif", BOLD);
        font(builder, "Sans-Regular", "Liberation Sans", NORMAL);
        font(builder, "Sans-Bold", "Liberation Sans", BOLD);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a document cannot be printed", e);
        }
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> resource(FONTS + file + ".ttf"), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(PdfWriter.class.getResourceAsStream(path), path);
    }
}
