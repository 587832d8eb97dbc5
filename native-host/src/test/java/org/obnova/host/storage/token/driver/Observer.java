// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.obnova.host.fault.Fault;
import org.obnova.host.log.EventLog;

/** Hears what drivers tell and what is logged of them. */
final class Observer implements Driver.Listener, EventLog {
    private static final int MAX_SECONDS = 60;

    private final LinkedBlockingQueue<Driver.Event> events = new LinkedBlockingQueue<>();
    private final List<String> failures = new ArrayList<>();

    @Override
    public void happened(Driver driver, Driver.Event event) {
        events.add(event);
    }

    /** Waits for the next event. */
    Driver.Event next() throws InterruptedException {
        Driver.Event event = events.poll(MAX_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
            throw new IllegalStateException("nothing happened");
        }
        return event;
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void done(String method) {}

    @Override
    public synchronized void failed(String method, Fault fault) {
        failures.add(method + " " + fault.code().wireName());
    }

    @Override
    public String incident(Throwable cause) {
        throw new AssertionError(cause);
    }
}
