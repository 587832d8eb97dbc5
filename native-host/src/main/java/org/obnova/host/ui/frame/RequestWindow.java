// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.MouseInfo;
import java.awt.PointerInfo;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Requester;
import org.obnova.host.task.Task;

/** The frame that all windows share. On the event thread. */
final class RequestWindow<T> {
    private final Sheet<T> sheet;
    private final CompletableFuture<T> answer;
    private final JFrame frame = new JFrame();
    private final Footer<T> footer;
    private final Middle middle;
    private final Deafness deafness;

    private RequestWindow(Requester requester, Sheet<T> sheet, CompletableFuture<T> answer) {
        this.sheet = sheet;
        this.answer = answer;
        this.footer = new Footer<>(sheet, this::press);
        this.middle = new Middle(sheet.content(), sheet.resizable());
        this.deafness = new Deafness(frame, this::refresh);
        String title = sheet.words().text("title", Map.of("operation", sheet.heading()));
        frame.setTitle(title);
        frame.setIconImage(Mark.icon(32));
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.setResizable(sheet.resizable());
        frame.getAccessibleContext().setAccessibleName(title);
        frame.getAccessibleContext()
                .setAccessibleDescription(Band.request(sheet.words(), requester) + ". " + sheet.next());
        frame.setContentPane(contentPane(requester));
        bindKeys();
        sheet.gate().onChange(this::refresh);
        refresh();
    }

    /** Shows the window; it closes when there is an answer, whoever gave it. */
    static <T> void open(Task task, Sheet<T> sheet, CompletableFuture<T> answer) {
        if (answer.isDone()) {
            return;
        }
        RequestWindow<T> window = new RequestWindow<>(task.requester(), sheet, answer);
        window.show();
        CompletableFuture<T> _ = answer.whenComplete((value, failure) -> EventQueue.invokeLater(window::dispose));
    }

    private JPanel contentPane(Requester requester) {
        JPanel pane = new JPanel(new BorderLayout());
        pane.add(new Band(sheet.words(), requester, sheet.heading()), BorderLayout.NORTH);
        pane.add(middle, BorderLayout.CENTER);
        pane.add(footer.component(), BorderLayout.SOUTH);
        return pane;
    }

    /** Esc and Ctrl+Enter work in every layout and from every control. */
    private void bindKeys() {
        JRootPane root = frame.getRootPane();
        bind(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), footer.safe());
        if (!sheet.takesAllKeys() && !footer.last().equals(footer.safe())) {
            bind(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, InputEvent.CTRL_DOWN_MASK), footer.last());
        }
        if (sheet.enterActs()) {
            root.setDefaultButton(footer.last());
        }
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                footer.safe().doClick();
            }

            @Override
            public void windowOpened(WindowEvent event) {
                frame.toFront();
                // Without a window manager nobody else gives the keyboard to the window.
                frame.requestFocus();
                (sheet.safeFirst() ? footer.safe() : sheet.firstFocus()).requestFocusInWindow();
                // The other sizes are not worth waiting for.
                EventQueue.invokeLater(() -> frame.setIconImages(Mark.icons()));
            }
        });
    }

    private void bind(KeyStroke key, JButton button) {
        frame.getRootPane().registerKeyboardAction(event -> button.doClick(), key, JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    private void press(Choice<T> choice) {
        Supplier<T> supplier = choice.answer();
        if (supplier == null) {
            answer.completeExceptionally(new Fault(ErrorCode.CANCELLED, "the person cancelled"));
        } else {
            answer.complete(supplier.get());
        }
    }

    private void refresh() {
        footer.refresh(deafness::hears);
        if (frame.isShowing()) {
            grow();
        }
    }

    private void show() {
        frame.pack();
        Rectangle screen = screen();
        Dimension size = frame.getSize();
        size.width = Math.min(size.width, screen.width);
        size.height = Math.min(size.height, screen.height);
        middle.showWithin(screen.height, frame.getHeight());
        frame.setSize(size);
        frame.setMinimumSize(size);
        frame.setLocation(screen.x + (screen.width - size.width) / 2, screen.y + (screen.height - size.height) / 2);
        if (Toolkit.getDefaultToolkit().isAlwaysOnTopSupported()) {
            frame.setAlwaysOnTop(true);
        }
        frame.setVisible(true);
    }

    /** What the window says may become longer while it is open; it never becomes smaller under the person's hand. */
    private void grow() {
        int wanted = frame.getPreferredSize().height;
        if (wanted <= frame.getHeight()) {
            return;
        }
        Rectangle screen = screen();
        middle.showWithin(screen.height, wanted);
        int height = Math.min(wanted, screen.height);
        int y = Math.max(screen.y, Math.min(frame.getY(), screen.y + screen.height - height));
        frame.setBounds(frame.getX(), y, frame.getWidth(), height);
        frame.validate();
    }

    /** What is free on the screen of the pointer. */
    private GraphicsConfiguration configuration() {
        PointerInfo pointer = MouseInfo.getPointerInfo();
        return pointer == null
                ? frame.getGraphicsConfiguration()
                : pointer.getDevice().getDefaultConfiguration();
    }

    private Rectangle screen() {
        GraphicsConfiguration configuration = configuration();
        Rectangle bounds = configuration.getBounds();
        Insets insets = Toolkit.getDefaultToolkit().getScreenInsets(configuration);
        return new Rectangle(
                bounds.x + insets.left,
                bounds.y + insets.top,
                bounds.width - insets.left - insets.right,
                bounds.height - insets.top - insets.bottom);
    }

    private void dispose() {
        frame.dispose();
        sheet.gone();
    }
}
