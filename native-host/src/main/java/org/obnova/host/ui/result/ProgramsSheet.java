// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.result;

import java.awt.Font;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.personalstore.PublishPrompt.Offer;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Caption;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** Which certificate it is, where it lies, until when it is valid; and a tick for each program that may have it: set beforehand only for what was renewed just now. */
final class ProgramsSheet implements Sheet<List<PersonalStore>> {
    private static final int MOST_NUMBERED = 9;

    private final Words words;
    private final boolean renewed;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final Map<PersonalStore, JCheckBox> ticks = new LinkedHashMap<>();

    ProgramsSheet(Language language, Offer offer) {
        this.words = Words.beside(ProgramsSheet.class, language);
        this.renewed = offer.renewed();
        content.with(new Prose(offer.holder()).as(Font.BOLD, 1), 0);
        content.with(new Prose(words.text("where", Map.of("storage", offer.storage()))), 4);
        content.with(new Prose(words.text("until", Map.of("date", date(offer.notAfter())))).in(Theme.quiet()), 4);
        content.with(new Prose(words.text(renewed ? "programs" : "programs.any")).as(Font.BOLD, 1), 18);
        content.with(new Prose(words.text("programs.what")), 4);
        for (PersonalStore store : offer.stores()) {
            JCheckBox tick = caption(ticks.size() + 1, store).on(new JCheckBox());
            tick.setSelected(renewed);
            tick.addItemListener(event -> refresh());
            ticks.put(store, tick);
            content.with(tick, ticks.size() == 1 ? 8 : 2);
        }
        content.with(new Notice(Sign.WARNING, words.text("copy")), 14);
        content.with(new Prose(words.text("undo")).in(Theme.quiet()), 8);
        refresh();
    }

    /** Numbered, so that each has a mnemonic. */
    private Caption caption(int number, PersonalStore store) {
        String name = store.detail().isEmpty()
                ? store.program()
                : words.text("profile", Map.of("program", store.program(), "profile", store.detail()));
        return number <= MOST_NUMBERED ? new Caption(number + ". " + name, 0) : new Caption(name, -1);
    }

    private String date(Instant instant) {
        String pattern = words.language() == Language.RU ? "dd.MM.yyyy" : "yyyy-MM-dd";
        return DateTimeFormatter.ofPattern(pattern).format(LocalDate.ofInstant(instant, ZoneId.systemDefault()));
    }

    private void refresh() {
        if (chosen().isEmpty()) {
            gate.close(words.text("missing"));
        } else {
            gate.open();
        }
    }

    private List<PersonalStore> chosen() {
        return ticks.entrySet().stream()
                .filter(each -> each.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text(renewed ? "heading" : "heading.any");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("next");
    }

    @Override
    public List<Choice<List<PersonalStore>>> choices() {
        return List.of(
                new Choice<>(words.caption("later"), false, null), Choice.act(words.caption("give"), this::chosen));
    }

    @Override
    public JComponent firstFocus() {
        return ticks.values().stream().findFirst().orElseThrow();
    }

    @Override
    public Gate gate() {
        return gate;
    }
}
