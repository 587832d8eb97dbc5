// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.document;

import java.awt.Font;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JComponent;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Holder;
import org.obnova.host.signature.DocumentPrompt.Document;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.WholeText;
import org.obnova.host.ui.frame.Words;

/** The whole text and the signer's certificate; signing waits for the end of the text to have been shown. */
final class DocumentSheet implements Sheet<Boolean> {
    private static final int WIDTH = 640;

    private final Words words;
    private final String kind;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final WholeText text;

    DocumentSheet(Language language, Document document, Instant now) {
        this.words = Words.beside(DocumentSheet.class, language);
        this.kind = document.kind().name().toLowerCase(Locale.ROOT);
        this.text = new WholeText(
                document.text(),
                words.text("text.name", Map.of("title", document.title())),
                words.text("text.scroll"),
                gate::open);
        gate.close(words.text(kind + ".missing"));
        X509CertificateHolder certificate = document.certificate();
        String validity = new Validity(words, ZoneId.systemDefault())
                .text(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant(),
                        now);
        content.with(new Prose(document.title(), WIDTH).as(Font.BOLD, 1), 0)
                .growing(text.pane(), 8)
                .with(new FindBar(words, text.area()), 8)
                .with(
                        line("signer", "holder", Holder.of(certificate).displayName())
                                .as(Font.BOLD, 1),
                        16)
                .with(line("certificate", "validity", validity), 4)
                .with(line("where", "storage", document.storageLabel()), 4);
    }

    private Prose line(String key, String placeholder, String value) {
        return new Prose(words.text(key, Map.of(placeholder, value)), WIDTH);
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text(kind + ".heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text(kind + ".next");
    }

    @Override
    public List<Choice<Boolean>> choices() {
        return List.of(Choice.cancel(words), Choice.act(words.caption(kind + ".act"), text::ended));
    }

    @Override
    public JComponent firstFocus() {
        return text.area();
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public boolean resizable() {
        return true;
    }
}
