// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Words;

/**
 * The media as cards. Under the person's hand nothing moves: a medium keeps its place and number for as long as the window is open, also when it goes
 * and comes back; new ones come last. What the person chose stays chosen while it is there; when it goes nothing else is chosen in its place, and when it
 * comes back it is chosen again.
 */
final class MediaList {
    private final Words words;
    private final ButtonGroup group;
    private final Runnable onChoice;
    private final Column column = new Column();
    private final Prose news;
    private final Map<String, MediumCard> cards = new LinkedHashMap<>();
    private final Set<String> present = new HashSet<>();
    private @Nullable MediumCard chosen;
    private @Nullable MediumCard lost;
    private boolean following;

    /**
     * @param group of all that can be chosen in the window
     * @param onChoice told when the person has chosen
     */
    MediaList(Words words, ButtonGroup group, Runnable onChoice) {
        this.words = words;
        this.group = group;
        this.onChoice = onChoice;
        this.news = new Prose(words.text("news.none"));
    }

    JComponent component() {
        return column;
    }

    /** The line that tells what came and went. */
    Prose news() {
        return news;
    }

    /** The medium chosen, null when none is. */
    @Nullable
    KeyStorage chosen() {
        return chosen != null && chosen.button().isSelected() ? chosen.medium().storage() : null;
    }

    /** The name of the chosen medium that went or can no longer be used, null when there is none such. */
    @Nullable
    String lost() {
        return lost == null ? null : lost.medium().name();
    }

    /** What has the keyboard at first, null where there is nothing to choose. */
    @Nullable
    JComponent firstFocus() {
        return chosen != null ? chosen.button() : null;
    }

    /** Shows what is there now, and tells what came and went since the last time. */
    void follow(List<Shown.Medium> now) {
        List<String> told = new ArrayList<>();
        MediumCard focused = focused();
        goneSince(now, told);
        now.forEach(each -> come(each, told));
        choose();
        if (following && !told.isEmpty()) {
            tell(String.join(" ", told));
        }
        if (focused != null && !focused.canBeChosen()) {
            keepKeyboard();
        }
        following = true;
        column.revalidate();
    }

    private void goneSince(List<Shown.Medium> now, List<String> told) {
        Set<String> ids = new HashSet<>();
        now.forEach(each -> ids.add(each.id()));
        for (Map.Entry<String, MediumCard> each : cards.entrySet()) {
            if (!ids.contains(each.getKey()) && present.remove(each.getKey())) {
                each.getValue().leave(group);
                column.remove(each.getValue());
                told.add(words.text(
                        "news.gone", Map.of("name", each.getValue().medium().name())));
            }
        }
    }

    private void come(Shown.Medium medium, List<String> told) {
        MediumCard card = cards.get(medium.id());
        if (card == null) {
            MediumCard made = new MediumCard(medium, cards.size() + 1);
            made.button().addItemListener(event -> chosenByHand(made));
            cards.put(medium.id(), made);
            card = made;
        }
        if (present.add(medium.id())) {
            card.enter(group);
            column.at(card.number() - 1, card, 12, 0);
            told.add(words.text("news.come", Map.of("name", medium.name())));
        }
        card.say(medium, group);
    }

    private void chosenByHand(MediumCard card) {
        if (card.button().isSelected()) {
            chosen = card;
            lost = null;
            onChoice.run();
        }
    }

    /** The choice as it is to be after media came and went. */
    private void choose() {
        if (chosen != null && !chosen.canBeChosen()) {
            lost = chosen;
            chosen = null;
        }
        boolean elsewhere = group.getSelection() != null;
        if (lost != null && lost.canBeChosen() && !elsewhere) {
            lost.button().setSelected(true);
        } else if (chosen == null && lost == null && !elsewhere) {
            cards.values().stream()
                    .filter(MediumCard::canBeChosen)
                    .findFirst()
                    .ifPresent(card -> card.button().setSelected(true));
        }
    }

    private @Nullable MediumCard focused() {
        return cards.values().stream()
                .filter(card -> card.button().isFocusOwner())
                .findFirst()
                .orElse(null);
    }

    /** The card that had the keyboard cannot be chosen any more: the keyboard goes to one that can, without choosing it. */
    private void keepKeyboard() {
        cards.values().stream()
                .filter(MediumCard::canBeChosen)
                .findFirst()
                .ifPresent(card -> card.button().requestFocusInWindow());
    }

    /** A screen reader reads the changed description of what has the keyboard. */
    private void tell(String what) {
        news.say(what);
        MediumCard focused = focused();
        if (focused != null) {
            focused.button().getAccessibleContext().setAccessibleDescription(what);
        }
    }
}
