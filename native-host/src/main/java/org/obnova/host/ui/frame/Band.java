// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.obnova.host.task.Requester;

/** The band on top: the mark, who asks, and for what. */
final class Band extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MARK = 44;

    Band(Words words, Requester requester, String heading) {
        super(new BorderLayout(Theme.px(16), 0));
        setBackground(Theme.raised());
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, Theme.line()),
                BorderFactory.createEmptyBorder(Theme.px(16), Theme.px(24), Theme.px(16), Theme.px(24))));
        JLabel mark = new JLabel(new Mark(Theme.px(MARK), Theme.accent()));
        mark.getAccessibleContext().setAccessibleName(words.text("product"));
        add(mark, BorderLayout.WEST);
        int width = Prose.WIDTH - MARK - 16;
        add(
                new Column()
                        .with(new Prose(request(words, requester), width).in(Theme.quiet()), 0)
                        .with(new Prose(heading, width).as(Font.BOLD, 1.35), 3),
                BorderLayout.CENTER);
    }

    /** Who asks, as the browser gave it: the site's name never stands without its address. */
    static String request(Words words, Requester requester) {
        return switch (requester) {
            case Requester.Person() -> words.text("request.person");
            case Requester.Site(String origin, String name) ->
                words.text("request.site", Map.of("address", address(origin), "name", name));
        };
    }

    /** The origin without https://, which is the rule; anything else stays to be seen. */
    private static String address(String origin) {
        return origin.startsWith("https://") ? origin.substring("https://".length()) : origin;
    }
}
