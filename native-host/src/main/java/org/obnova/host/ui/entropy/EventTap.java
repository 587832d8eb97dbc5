// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.entropy;

import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.awt.event.MouseMotionListener;
import java.util.concurrent.TimeUnit;
import org.obnova.host.entropy.EntropyPrompt.Sink;
import org.obnova.host.entropy.EntropyPrompt.Source;

/** Hands what the person does to the sink, with the time at which the system saw it. */
final class EventTap implements KeyListener, MouseMotionListener, FocusListener {
    private final Sink sink;
    private final Runnable afterEvent;

    EventTap(Sink sink, Runnable afterEvent) {
        this.sink = sink;
        this.afterEvent = afterEvent;
    }

    @Override
    public void keyPressed(KeyEvent event) {
        if (event.getKeyCode() != KeyEvent.VK_ESCAPE) {
            hand(event, Source.KEY_DOWN, key(event), 0);
            event.consume();
            afterEvent.run();
        }
    }

    @Override
    public void keyReleased(KeyEvent event) {
        if (event.getKeyCode() != KeyEvent.VK_ESCAPE) {
            hand(event, Source.KEY_UP, key(event), 0);
            event.consume();
        }
    }

    @Override
    public void keyTyped(KeyEvent event) {
        event.consume();
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        hand(event, Source.POINTER, event.getXOnScreen(), event.getYOnScreen());
        afterEvent.run();
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        mouseMoved(event);
    }

    @Override
    public void focusGained(FocusEvent event) {
        event.getComponent().repaint();
    }

    @Override
    public void focusLost(FocusEvent event) {
        sink.event(System.nanoTime(), Source.KEYBOARD_LOST, 0, 0);
        event.getComponent().repaint();
    }

    private void hand(InputEvent event, Source source, int x, int y) {
        sink.event(TimeUnit.MILLISECONDS.toNanos(event.getWhen()), source, x, y);
    }

    /** Keys without a code of their own (letters of some layouts) are told apart by their extended code. */
    private static int key(KeyEvent event) {
        return event.getKeyCode() == KeyEvent.VK_UNDEFINED ? event.getExtendedKeyCode() : event.getKeyCode();
    }
}
