// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.consent;

import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JComponent;
import org.obnova.host.site.SitePrompt.Doubt;
import org.obnova.host.site.SitePrompt.Newcomer;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Words;

/** The site's address, in both writings where they differ, and what is doubtful about it. */
final class SiteSheet implements Sheet<Boolean> {
    private final Words words;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final boolean doubtful;

    SiteSheet(Language language, Newcomer site) {
        this.words = Words.beside(SiteSheet.class, language);
        this.doubtful = !site.doubts().isEmpty();
        String origin = site.origin().ascii();
        boolean plain = origin.contains(site.address());
        // Of an address that is made to be taken for another, the writing that cannot be mistaken is the large one.
        content.with(new Prose(words.text("site.address")), 0)
                .with(new Prose(doubtful ? origin : shown(site)).as(Font.BOLD, 1.2), 4);
        if (!plain && doubtful) {
            content.with(new Prose(words.text("site.looks", Map.of("address", site.address()))), 6);
        } else if (!plain) {
            content.with(new Prose(words.text("site.ascii", Map.of("origin", origin))), 6);
        }
        for (Doubt doubt : site.doubts()) {
            String resembled = site.resembled() == null ? "" : site.resembled();
            String key = "site.doubt." + doubt.name().toLowerCase(Locale.ROOT);
            content.with(new Notice(Sign.WARNING, words.text(key, Map.of("resembled", resembled))), 12);
        }
        content.with(new Prose(words.text("site.check")), 12);
        list("site.will", "site.will.items", true);
        list("wont", "site.wont.items", false);
        content.setFocusable(true);
        content.getAccessibleContext().setAccessibleName(heading() + " " + origin);
    }

    /** With the port, where the origin has one. */
    private static String shown(Newcomer site) {
        String origin = site.origin().ascii();
        int port = origin.indexOf(':', origin.lastIndexOf(']') < 0 ? "https://".length() : origin.lastIndexOf(']'));
        return "https://" + site.address() + (port < 0 ? "" : origin.substring(port));
    }

    private void list(String title, String items, boolean allowed) {
        content.with(new Prose(words.text(title)).as(Font.BOLD, 1), 18);
        for (String line : words.text(items).split("\\|", -1)) {
            content.with(new Notice(allowed ? Sign.CHECK : Sign.CROSS, line.strip()), 6);
        }
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("site.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("site.next");
    }

    @Override
    public List<Choice<Boolean>> choices() {
        return List.of(Choice.cancel(words), Choice.act(words.caption("site.act"), () -> Boolean.TRUE));
    }

    @Override
    public JComponent firstFocus() {
        return content;
    }

    /** A hasty key shall not add what is doubtful. */
    @Override
    public boolean safeFirst() {
        return doubtful;
    }

    @Override
    public Gate gate() {
        return gate;
    }
}
