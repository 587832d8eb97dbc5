// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.driver.Drivers;
import org.obnova.host.storage.token.driver.ModuleEntry;
import org.obnova.host.storage.token.wire.Call;

/** Drivers, between whose calls something can happen, and which know what was called. */
final class MeddledDrivers implements Drivers {
    private final Drivers drivers;
    private final List<Call<?>> calls = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Order> order = new AtomicReference<>();

    private record Order(Class<?> call, Runnable event) {}

    MeddledDrivers(Drivers drivers) {
        this.drivers = drivers;
    }

    /** Once, after the next call of that kind has done its work. */
    void after(Class<?> call, Runnable event) {
        order.set(new Order(call, event));
    }

    /** What was called from all modules, oldest first. */
    List<Call<?>> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Driver of(ModuleEntry module) {
        return new Meddled(drivers.of(module));
    }

    @Override
    public void close() {
        drivers.close();
    }

    private final class Meddled implements Driver {
        private final Driver driver;

        Meddled(Driver driver) {
            this.driver = driver;
        }

        @Override
        public <A> A call(Call<A> call) throws CkrException {
            calls.add(call);
            A answer = driver.call(call);
            Order ordered = order.get();
            if (ordered != null && ordered.call().isInstance(call) && order.compareAndSet(ordered, null)) {
                ordered.event().run();
            }
            return answer;
        }

        @Override
        public String moduleName() {
            return driver.moduleName();
        }

        @Override
        public Path module() {
            return driver.module();
        }

        @Override
        public long generation() {
            return driver.generation();
        }

        @Override
        public Subscription onEvent(Listener listener) {
            return driver.onEvent(listener);
        }
    }
}
