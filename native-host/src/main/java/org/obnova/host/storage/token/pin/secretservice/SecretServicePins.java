// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.secretservice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.pin.RememberedPins;

/** Remembered PINs in the desktop's Secret Service. A keyring that is locked, absent or does not answer in time is as good as none. */
public final class SecretServicePins implements RememberedPins {
    private static final String APPLICATION = "Obnova";
    private static final String SCHEMA = "org.obnova.Pin";

    private final String address;
    private final Duration deadline;

    /**
     * @param address of the session bus (D-Bus specification, «Server Addresses»)
     * @param deadline for each method
     */
    public SecretServicePins(String address, Duration deadline) {
        this.address = address;
        this.deadline = deadline;
        // The library's logger has nowhere to log to, and would say so on standard error.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private interface Use<T> {
        T of(Keyring keyring) throws DBusException;
    }

    @Override
    public boolean available() {
        try {
            return use(keyring -> true);
        } catch (Fault e) {
            return false;
        }
    }

    @Override
    public Optional<Secret> find(Key key) {
        try {
            return use(keyring -> {
                for (DBusPath item : keyring.search(attributes(key))) {
                    byte[] secret = keyring.secret(item);
                    if (secret.length > 0) {
                        return Optional.of(Secret.owning(secret));
                    }
                }
                return Optional.empty();
            });
        } catch (Fault e) {
            return Optional.empty();
        }
    }

    @Override
    public void remember(Key key, String label, Secret pin) {
        use(keyring -> {
            // A keyring that answers after the deadline finds the PIN closed: nothing, and never zeros, is stored then.
            byte[] octets = pin.copy();
            try {
                keyring.store(attributes(key), "Obnova: " + label, octets);
                return true;
            } finally {
                Arrays.fill(octets, (byte) 0);
            }
        });
    }

    @Override
    public boolean forget(Key key) {
        return use(keyring -> {
            List<DBusPath> items = keyring.search(attributes(key));
            for (DBusPath item : items) {
                keyring.delete(item);
            }
            return !items.isEmpty();
        });
    }

    @Override
    public List<Entry> list() {
        return use(keyring -> {
            List<Entry> entries = new ArrayList<>();
            for (DBusPath item : keyring.search(Map.of("application", APPLICATION, "xdg:schema", SCHEMA))) {
                byte[] secret = keyring.secret(item);
                Arrays.fill(secret, (byte) 0);
                if (secret.length == 0) {
                    continue; // Forgotten, and the keyring would not remove it.
                }
                Map<String, String> attributes = keyring.attributes(item);
                String storage = attributes.getOrDefault("storage", "");
                String container = attributes.getOrDefault("container", "");
                entries.add(new Entry(new Key(storage, container), label(keyring.label(item))));
            }
            return List.copyOf(entries);
        });
    }

    private static String label(String stored) {
        String ours = "Obnova: ";
        return stored.startsWith(ours) ? stored.substring(ours.length()) : stored;
    }

    private static Map<String, String> attributes(Key key) {
        return Map.of(
                "xdg:schema",
                SCHEMA,
                "application",
                APPLICATION,
                "storage",
                key.storage(),
                "container",
                key.container());
    }

    /** On a thread of its own: neither a bus that accepts and is silent nor a keyring that hangs holds anybody up. */
    private <T> T use(Use<T> use) {
        FutureTask<T> task = new FutureTask<>(() -> {
            try (Keyring keyring = Keyring.open(address)) {
                return use.of(keyring);
            }
        });
        Thread.ofVirtual().name("secret-service").start(task);
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "no open keyring answers", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(ErrorCode.CANCELLED, "interrupted", e);
        }
    }
}
