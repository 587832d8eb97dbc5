// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * For the first 500 ms a window does not act, so that a click or a key that was meant for something else does nothing here; nor for 500 ms after
 * it came back from behind another one. What is covered without losing the keyboard cannot be seen from Java: the window is always on top instead.
 */
final class Deafness extends WindowAdapter implements KeyEventDispatcher {
    static final int MILLIS = 500;

    private final Window window;
    private final Runnable onChange;
    private final Timer timer;
    private boolean hears;
    private boolean heardBefore;

    Deafness(Window window, Runnable onChange) {
        this.window = window;
        this.onChange = onChange;
        this.timer = new Timer(MILLIS, event -> set(true));
        timer.setRepeats(false);
        window.addWindowListener(this);
        window.addWindowFocusListener(this);
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
    }

    /** Whether acting buttons may be pressed. */
    boolean hears() {
        return hears;
    }

    /** Keys typed before the person can have seen the window are swallowed; Esc never is. */
    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        Component component = event.getComponent();
        boolean here = window.equals(component) || window.equals(SwingUtilities.getWindowAncestor(component));
        return here && !heardBefore && event.getKeyCode() != KeyEvent.VK_ESCAPE;
    }

    @Override
    public void windowOpened(WindowEvent event) {
        restart();
    }

    @Override
    public void windowGainedFocus(WindowEvent event) {
        restart();
    }

    @Override
    public void windowLostFocus(WindowEvent event) {
        timer.stop();
        set(false);
    }

    @Override
    public void windowIconified(WindowEvent event) {
        timer.stop();
        set(false);
    }

    @Override
    public void windowClosed(WindowEvent event) {
        timer.stop();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
    }

    private void restart() {
        set(false);
        timer.restart();
    }

    private void set(boolean now) {
        hears = now;
        heardBefore |= now;
        onChange.run();
    }
}
