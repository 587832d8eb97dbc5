// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.pin;

import java.util.Locale;
import javax.swing.JCheckBox;
import org.obnova.host.storage.token.pin.PinPrompt.Remember;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Words;

/** «Remember the PIN»: where it is kept and how it is taken back, or why it cannot be had. */
final class RememberTick {
    private final Words words;
    private final Remember state;
    private final JCheckBox tick;

    /**
     * @param onChange told when the person sets it or takes it away
     */
    RememberTick(Words words, Remember state, Runnable onChange) {
        this.words = words;
        this.state = state;
        this.tick = words.caption("remember").on(new JCheckBox());
        tick.setSelected(state == Remember.REMEMBERED);
        tick.setEnabled(state == Remember.ALLOWED || state == Remember.REMEMBERED);
        tick.getAccessibleContext().setAccessibleDescription(explanation());
        tick.addItemListener(event -> onChange.run());
    }

    void addTo(Column content) {
        if (state != Remember.OFF) {
            content.with(tick, 4).inset(TokenWords.quiet(explanation()), 2, 22);
        }
    }

    boolean set() {
        return tick.isSelected();
    }

    private String explanation() {
        return state == Remember.OFF
                ? ""
                : words.text("remember." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
