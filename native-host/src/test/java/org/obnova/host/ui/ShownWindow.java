// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.obnova.host.ui.frame.Hearing;

/** The window that is open, and what it hears: seen from within its program, so that nobody needs to wait by the clock. */
final class ShownWindow {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Those that were waited for already: the next one is meant, also while one of these goes. */
    private final Set<Window> known = Collections.newSetFromMap(new WeakHashMap<>());

    private Keys keys = new Keys();

    /** Waits until the next window hears. */
    void awaitHearing() {
        patiently()
                .until(() ->
                        onEventThread(() -> next(Hearing::hears).map(known::add).orElse(false)));
    }

    /** Waits until the next window has the keyboard, and watches what keys come from then on. */
    void awaitDeaf() throws ExecutionException, InterruptedException {
        patiently().until(() -> onEventThread(() -> next(Window::isFocused).isPresent()));
        keys = onEventThread(() -> {
            Keys watching = new Keys();
            Toolkit.getDefaultToolkit().getSystemEventQueue().push(watching);
            return watching;
        });
    }

    /** Waits for so many keys; whether each of them found its window deaf. */
    boolean cameEarly(int number) throws ExecutionException, InterruptedException {
        Keys watching = keys;
        patiently().until(() -> onEventThread(() -> watching.pressed >= number));
        return onEventThread(() -> {
            watching.pop();
            return watching.late == 0;
        });
    }

    private Optional<Window> next(Predicate<Window> wanted) {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window.isShowing() && !known.contains(window))
                .filter(wanted)
                .findFirst();
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(LOOK).atMost(PATIENCE);
    }

    static <T> T onEventThread(Callable<T> look) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(look);
        EventQueue.invokeLater(task);
        return task.get();
    }

    /** Counts the keys before any window gets them. */
    private static final class Keys extends EventQueue {
        private int pressed;
        private int late;

        @Override
        protected void dispatchEvent(AWTEvent event) {
            if (event instanceof KeyEvent key && key.getID() == KeyEvent.KEY_PRESSED && !isModifier(key)) {
                pressed++;
                late += Arrays.stream(Window.getWindows()).anyMatch(Hearing::hears) ? 1 : 0;
            }
            super.dispatchEvent(event);
        }

        private static boolean isModifier(KeyEvent key) {
            return key.getKeyCode() == KeyEvent.VK_CONTROL
                    || key.getKeyCode() == KeyEvent.VK_ALT
                    || key.getKeyCode() == KeyEvent.VK_SHIFT;
        }

        @Override
        protected void pop() {
            super.pop();
        }
    }
}
