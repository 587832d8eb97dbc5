// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.driver.Drivers;
import org.obnova.host.storage.token.driver.ModuleEntry;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.TokenInfo;

/** Modules that only have slots, and do what the test wants. */
final class FakeDrivers implements Drivers {
    private final Map<Path, Module> modules = new HashMap<>();

    Module module(Path library) {
        return modules.computeIfAbsent(library, Module::new);
    }

    boolean isAnyUsed() {
        return modules.values().stream().anyMatch(module -> module.calls.get() > 0);
    }

    @Override
    public Driver of(ModuleEntry module) {
        return module(module.library());
    }

    @Override
    public void close() {}

    static SlotFacts slot(long id, String reader, String manufacturer, String model, String serial, String label) {
        TokenInfo token = new TokenInfo(
                label, manufacturer, model, serial, "1.0", TokenInfo.TOKEN_INITIALIZED, 4, 32, -1, -1, Set.of());
        return new SlotFacts(id, reader, token);
    }

    /** One of them. */
    static final class Module implements Driver {
        private final List<Listener> listeners = new CopyOnWriteArrayList<>();
        private final AtomicInteger calls = new AtomicInteger();
        private final Path library;

        volatile List<SlotFacts> slots = List.of();
        volatile @Nullable ErrorCode fault;
        volatile @Nullable CountDownLatch busy;

        Module(Path library) {
            this.library = library;
        }

        void plug(SlotFacts... now) {
            slots = List.of(now);
            listeners.forEach(each -> each.happened(this, Event.SLOTS_CHANGED));
        }

        void die() {
            listeners.forEach(each -> each.happened(this, Event.ENDED));
        }

        int calls() {
            return calls.get();
        }

        boolean isWatched() {
            return !listeners.isEmpty();
        }

        @Override
        public String moduleName() {
            return "fake";
        }

        @Override
        public Path module() {
            return library;
        }

        @Override
        public long generation() {
            return 1;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <A> A call(Call<A> call) throws CkrException {
            calls.incrementAndGet();
            CountDownLatch gate = busy;
            if (gate != null) {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            ErrorCode wrong = fault;
            if (wrong != null) {
                throw new Fault(wrong, "as the test wants");
            }
            return (A) slots;
        }

        @Override
        public Subscription onEvent(Listener listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
