// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** Lets one window at a time be open for a user, across threads and processes, and shows it. */
public final class WindowTurns {
    private final Path lock;
    private volatile @Nullable CompletableFuture<?> aside;

    /**
     * @param lock the file whose lock says that a window is open
     */
    public WindowTurns(Path lock) {
        this.lock = lock;
    }

    /**
     * Waits for the turn, shows the window in the shared frame, and waits for the person.
     *
     * @param step what the task is told to wait at, once it is the window's turn
     * @param maker makes what the window shows, on the event thread; it is given the answer, which most leave to the buttons
     * @throws org.obnova.host.fault.Fault {@code CANCELLED} when the task is cancelled or the person cancels, {@code NO_DISPLAY}
     */
    public <T> T show(Task task, Step step, Function<CompletableFuture<T>, Sheet<T>> maker) {
        Display.prepare();
        try (InterProcessLock _ = InterProcessLock.acquire(lock, task)) {
            closeAside();
            task.waiting(step);
            CompletableFuture<T> answer = new CompletableFuture<>();
            Display.later(() -> RequestWindow.open(task, maker.apply(answer), answer), answer);
            return task.await(answer);
        }
    }

    /**
     * Waits for the turn and shows a window that stays while something else goes on: until it is closed, or the person cancels in it. No other window
     * opens meanwhile.
     *
     * @param step what the task is told to wait at, once it is the window's turn
     * @param maker as for {@link #show}
     * @throws org.obnova.host.fault.Fault {@code CANCELLED} when the task is cancelled before it is the window's turn, {@code NO_DISPLAY}
     */
    public <T> OpenWindow<T> open(Task task, Step step, Function<CompletableFuture<T>, Sheet<T>> maker) {
        Display.prepare();
        InterProcessLock turn = InterProcessLock.acquire(lock, task);
        closeAside();
        CompletableFuture<T> answer = new CompletableFuture<>();
        OpenWindow<T> window = new OpenWindow<>(answer, turn::close);
        task.waiting(step);
        Display.later(() -> RequestWindow.open(task, maker.apply(answer), answer), answer);
        return window;
    }

    /**
     * Shows, after a while, a window that only tells of what goes on. It takes no turn, and goes as soon as another window needs the person: nobody waits
     * for it.
     *
     * @param millis a shorter stretch of work is not worth a window
     * @throws org.obnova.host.fault.Fault {@code NO_DISPLAY}
     */
    public <T> OpenWindow<T> aside(Task task, int millis, Supplier<Sheet<T>> maker) {
        Display.prepare();
        CompletableFuture<T> answer = new CompletableFuture<>();
        closeAside();
        aside = answer;
        Display.later(
                () -> {
                    Timer timer = new Timer(millis, event -> RequestWindow.open(task, maker.get(), answer));
                    timer.setRepeats(false);
                    timer.start();
                    CompletableFuture<T> _ = answer.whenComplete((value, failure) -> timer.stop());
                },
                answer);
        return new OpenWindow<>(answer, () -> {});
    }

    private void closeAside() {
        CompletableFuture<?> open = aside;
        if (open != null) {
            open.cancel(false);
        }
    }
}
