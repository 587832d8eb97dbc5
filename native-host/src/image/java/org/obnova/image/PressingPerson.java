// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.IllegalComponentStateException;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.swing.JPasswordField;
import org.obnova.host.Main;

/** Starts the host with a person beside it who agrees to everything: presses Ctrl+Enter, and letters for the sensor. */
public final class PressingPerson implements Runnable {
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    /** How many looks in vain before the person takes the mouse. */
    private static final int PATIENCE = 100;

    private final Robot robot;

    private int looks;

    private PressingPerson() throws AWTException {
        this.robot = new Robot();
    }

    /** Arguments: those of the host. */
    public static void main(String[] arguments) throws AWTException {
        @SuppressWarnings("resource") // It presses until the host halts.
        ScheduledExecutorService presses = Executors.newSingleThreadScheduledExecutor();
        var _ = presses.scheduleWithFixedDelay(new PressingPerson(), 0, 5, TimeUnit.MILLISECONDS);
        Main.main(arguments);
    }

    @Override
    public void run() {
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        if (focused == null) {
            looks++;
            if (looks % PATIENCE == 0) {
                click();
            }
            return;
        }
        if (!(focused instanceof JPasswordField)) {
            // Irregular, or the sensor's health tests would rightly complain.
            robot.delay(RANDOM.nextInt(40));
            press(KeyEvent.VK_A + RANDOM.nextInt(26));
        }
        if (RANDOM.nextInt(10) == 0) {
            robot.keyPress(KeyEvent.VK_CONTROL);
            press(KeyEvent.VK_ENTER);
            robot.keyRelease(KeyEvent.VK_CONTROL);
        }
        if (!EventQueue.isDispatchThread()) {
            robot.waitForIdle();
        }
    }

    /** Without a window manager a window may come up and not get the keyboard. */
    private void click() {
        for (Window window : Window.getWindows()) {
            if (window.isShowing()) {
                click(window);
            }
        }
    }

    private void click(Window window) {
        Point corner;
        try {
            corner = window.getLocationOnScreen();
        } catch (IllegalComponentStateException e) {
            return; // It closed meanwhile; what this would throw would be the last that the person did.
        }
        robot.mouseMove(corner.x + window.getWidth() / 2, corner.y + window.getInsets().top + 4);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    private void press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }
}
