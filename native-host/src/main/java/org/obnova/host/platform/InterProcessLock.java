// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Task;

/**
 * Excludes the hosts of all browsers and the command line from one another, and threads within a process: the system's file locks belong to
 * the process, not to the thread. The lock file stays; the system frees the lock when its process ends, however it ends.
 */
public final class InterProcessLock implements AutoCloseable {
    /** POSIX frees a process's lock when any descriptor of the file is closed: so at most one may be open here. */
    private static final Map<Path, Semaphore> WITHIN_PROCESS = new ConcurrentHashMap<>();

    private final Semaphore semaphore;
    private @Nullable FileChannel channel;

    private InterProcessLock(Semaphore semaphore, FileChannel channel) {
        this.semaphore = semaphore;
        this.channel = channel;
    }

    /**
     * Waits, as long as the task is not cancelled, until the lock is free.
     *
     * @throws Fault {@code CANCELLED}, {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FAILED}
     */
    public static InterProcessLock acquire(Path file, Task task) {
        CompletableFuture<InterProcessLock> answer = new CompletableFuture<>();
        Thread waiter = start(file, answer);
        boolean got = false;
        try {
            InterProcessLock lock = task.await(answer);
            got = true;
            return lock;
        } finally {
            if (!got) {
                giveUp(answer, waiter);
            }
        }
    }

    /**
     * Waits until the lock is free: for locks that are held for moments only.
     *
     * @throws Fault as {@link #acquire(Path, Task)}, without {@code CANCELLED}
     */
    public static InterProcessLock acquire(Path file) {
        semaphore(file).acquireUninterruptibly();
        return holding(file);
    }

    /** Frees the lock; a second call does nothing. */
    @Override
    public synchronized void close() {
        FileChannel held = channel;
        if (held == null) {
            return;
        }
        channel = null;
        try {
            held.close();
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE_FAILED, "a lock file could not be closed", e);
        } finally {
            semaphore.release();
        }
    }

    /** A thread of its own, because it is ended by interrupting it, which closes the channel on which it waits. */
    private static Thread start(Path file, CompletableFuture<InterProcessLock> answer) {
        return Thread.ofPlatform().daemon().name("lock").start(() -> {
            try {
                semaphore(file).acquire();
            } catch (InterruptedException e) {
                answer.cancel(false);
                return;
            }
            InterProcessLock lock;
            try {
                lock = holding(file);
            } catch (Fault e) {
                answer.completeExceptionally(e);
                return;
            }
            if (!answer.complete(lock)) {
                lock.close();
            }
        });
    }

    private static void giveUp(CompletableFuture<InterProcessLock> answer, Thread waiter) {
        if (!answer.cancel(false) && !answer.isCompletedExceptionally()) {
            answer.join().close();
        }
        waiter.interrupt();
    }

    /** Takes the system's lock, the semaphore being held; frees that when it fails. */
    private static InterProcessLock holding(Path file) {
        Semaphore semaphore = semaphore(file);
        boolean held = false;
        try {
            InterProcessLock lock = new InterProcessLock(semaphore, locked(file));
            held = true;
            return lock;
        } finally {
            if (!held) {
                semaphore.release();
            }
        }
    }

    private static FileChannel locked(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a lock file has a folder");
        try {
            FileActions.disk().makeFolder(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                FileLock lock = channel.lock();
                locked = lock.isValid();
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
            return channel;
        } catch (IOException e) {
            throw StorageFaults.of(e, folder, 1);
        }
    }

    private static Semaphore semaphore(Path file) {
        return WITHIN_PROCESS.computeIfAbsent(file.toAbsolutePath().normalize(), key -> new Semaphore(1));
    }
}
