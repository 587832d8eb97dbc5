// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A button at the bottom of a window.
 *
 * @param caption its text
 * @param acts whether it is deaf at first and obeys the gate; the safe one is not
 * @param answer what pressing it answers, null where it cancels
 */
public record Choice<T>(
        Caption caption, boolean acts, @Nullable Supplier<T> answer) {
    /** A safe button that answers. */
    public static <T> Choice<T> safe(Caption caption, Supplier<T> answer) {
        return new Choice<>(caption, false, answer);
    }

    /** The safe button that cancels. */
    public static <T> Choice<T> cancel(Words words) {
        return new Choice<>(words.caption("cancel"), false, null);
    }

    /** A button that acts. */
    public static <T> Choice<T> act(Caption caption, Supplier<T> answer) {
        return new Choice<>(caption, true, answer);
    }
}
