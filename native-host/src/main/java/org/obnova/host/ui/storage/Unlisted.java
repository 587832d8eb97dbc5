// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.storage;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.obnova.host.storage.NotListed;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** «Do you miss a token?»: what may be there and cannot be listed, why, and what to do. Nothing where there is nothing such. */
final class Unlisted {
    private static final int INDENT = 26;

    private final Words words;
    private final JPanel panel = new JPanel(new BorderLayout());
    private List<NotListed> shown = List.of();

    Unlisted(Words words) {
        this.words = words;
        panel.setOpaque(false);
    }

    JComponent component() {
        return panel;
    }

    void follow(List<NotListed> now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        panel.removeAll();
        if (!now.isEmpty()) {
            Column column = new Column().with(new Prose(words.text("unlisted")).as(Font.BOLD, 1), 16);
            now.forEach(each -> add(column, each));
            panel.add(column, BorderLayout.CENTER);
        }
        panel.revalidate();
        panel.repaint();
    }

    private void add(Column column, NotListed each) {
        String what =
                words.text("unlisted.what", Map.of("name", each.name(), "message", each.message(words.language())));
        column.with(new Notice(Sign.CROSS, what), 6);
        column.inset(new Prose(each.hint(words.language()), Prose.WIDTH - INDENT).in(Theme.quiet()), 2, INDENT);
    }
}
