// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Path;
import java.util.List;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.task.Task;

/**
 * One of this person's that is changed alone, under the lock over all hosts and command lines.
 *
 * @param lock the file of the lock
 * @param allowed refuses with a fault where nothing may be changed
 */
public record PersonalTarget(Target target, Path lock, Runnable allowed) implements Target {
    @Override
    public String id() {
        return target.id();
    }

    @Override
    public TargetKind kind() {
        return target.kind();
    }

    @Override
    public Scope scope() {
        return target.scope();
    }

    @Override
    public Words title() {
        return target.title();
    }

    @Override
    public TargetState check() {
        return target.check();
    }

    @Override
    public List<Change> plan(Direction direction) {
        return target.plan(direction);
    }

    @Override
    public void install() {
        allowed.run();
        try (InterProcessLock _ = InterProcessLock.acquire(lock)) {
            target.install();
        }
    }

    /**
     * As {@link #install()}; waiting for another host to end its changes can be cancelled, writing cannot.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED} besides: then nothing was changed
     */
    public void install(Task task) {
        allowed.run();
        try (InterProcessLock _ = InterProcessLock.acquire(lock, task);
                Task.Uncancellable _ = task.writing()) {
            target.install();
        }
    }

    @Override
    public void uninstall() {
        allowed.run();
        try (InterProcessLock _ = InterProcessLock.acquire(lock)) {
            target.uninstall();
        }
    }
}
