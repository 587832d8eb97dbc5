// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.document;

import java.awt.Font;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import org.obnova.host.certificate.Holder;
import org.obnova.host.decryption.DecryptionPrompt.Encrypted;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Words;

/** For whom the document is encrypted, how large it is, and who will get it. */
final class DecryptionSheet implements Sheet<Boolean> {
    private final Words words;
    private final Column content = new Column();
    private final Gate gate = new Gate();

    DecryptionSheet(Language language, Encrypted document, Instant now) {
        this.words = Words.beside(DecryptionSheet.class, language);
        var certificate = document.certificate();
        String validity = new Validity(words, ZoneId.systemDefault())
                .text(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant(),
                        now);
        content.with(
                        line("decrypt.whose", "holder", Holder.of(certificate).displayName())
                                .as(Font.BOLD, 1),
                        0)
                .with(line("certificate", "validity", validity), 8)
                .with(line("where", "storage", document.storageLabel()), 4)
                .with(line("decrypt.size", "size", size(document.octets())), 4)
                .with(new Notice(Sign.WARNING, words.text("decrypt.site")), 16)
                .with(new Notice(Sign.CHECK, words.text("decrypt.key")), 6);
        content.setFocusable(true);
        content.getAccessibleContext().setAccessibleName(heading());
    }

    private Prose line(String key, String placeholder, String value) {
        return new Prose(words.text(key, Map.of(placeholder, value)));
    }

    /** In units that a person reads; a tenth of a megabyte is told. */
    private String size(int octets) {
        if (octets < 1 << 10) {
            return words.text("size.octets", Map.of("n", Integer.toString(octets)));
        }
        if (octets < 1 << 20) {
            return words.text("size.kilo", Map.of("n", Integer.toString(octets >> 10)));
        }
        int tenths = (int) ((10L * octets) >> 20);
        return words.text("size.mega", Map.of("n", tenths / 10 + words.text("size.point") + tenths % 10));
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("decrypt.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("decrypt.next");
    }

    @Override
    public List<Choice<Boolean>> choices() {
        return List.of(Choice.cancel(words), Choice.act(words.caption("decrypt.act"), () -> Boolean.TRUE));
    }

    @Override
    public JComponent firstFocus() {
        return content;
    }

    @Override
    public Gate gate() {
        return gate;
    }
}
