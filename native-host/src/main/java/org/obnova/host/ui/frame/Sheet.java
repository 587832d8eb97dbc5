// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.util.List;
import javax.swing.JComponent;

/**
 * What a window puts into the shared frame. Made and used on the event thread.
 *
 * @param <T> the answer
 */
public interface Sheet<T> {
    /** The words of the window. */
    Words words();

    /** The operation's name, in the band and in the title. */
    String heading();

    /** What fills the middle. */
    JComponent content();

    /** One sentence: what will happen next. */
    String next();

    /** The buttons from left to right: the safe one first (Esc presses it), the acting one last (Ctrl+Enter presses it). */
    List<Choice<T>> choices();

    /** What has the keyboard at first. */
    JComponent firstFocus();

    /** Whether the safe button has the keyboard at first, in place of the content: where a hasty key could do harm. */
    default boolean safeFirst() {
        return false;
    }

    /** Holds the acting buttons back until the content is ready. */
    Gate gate();

    /** Whether Enter presses the acting button, too. */
    default boolean enterActs() {
        return false;
    }

    /** Whether the person may make the window larger. */
    default boolean resizable() {
        return false;
    }

    /** Whether all keys but Esc belong to the content. */
    default boolean takesAllKeys() {
        return false;
    }

    /** The window is gone: secrets are to be forgotten. */
    default void gone() {}
}
