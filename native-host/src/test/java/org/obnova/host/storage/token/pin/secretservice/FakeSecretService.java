// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.secretservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** A Secret Service with one item that behaves as told: it may be slow to open, and may want to ask before it removes anything. */
final class FakeSecretService implements AutoCloseable {
    private static final String COLLECTION = "/org/freedesktop/secrets/collection/login";
    private static final String ITEM = COLLECTION + "/1";

    /** What was asked of it, in order. */
    final List<String> calls = new ArrayList<>();

    /** Opened: the service goes on with what waits for it. */
    final CountDownLatch gate;

    private final DBusConnection bus;
    private final boolean asksBeforeRemoving;
    private final boolean replaces;
    private byte[] secret;
    private boolean removed;

    private FakeSecretService(String address, byte[] secret, boolean slow, boolean asks, boolean replaces)
            throws DBusException {
        this.bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        this.secret = secret;
        this.gate = new CountDownLatch(slow ? 1 : 0);
        this.asksBeforeRemoving = asks;
        this.replaces = replaces;
        bus.exportObject(SecretApi.SERVICE, new Service());
        bus.exportObject(COLLECTION, new Collection());
        bus.exportObject(ITEM, new Item());
        bus.requestBusName(SecretApi.BUS_NAME);
    }

    /** Answers nothing before its gate is opened. */
    static FakeSecretService slow(Desktop desktop) throws DBusException {
        return new FakeSecretService(desktop.address(), new byte[0], true, false, true);
    }

    /** Wants to ask the person before it removes an item. */
    static FakeSecretService asking(Desktop desktop, byte[] secret, boolean replaces) throws DBusException {
        return new FakeSecretService(desktop.address(), secret, false, true, replaces);
    }

    synchronized byte[] secret() {
        return secret.clone();
    }

    private synchronized void note(String call) {
        calls.add(call);
        notifyAll();
    }

    /** Waits until that was asked. */
    synchronized void await(String call) throws InterruptedException {
        while (!calls.contains(call)) {
            wait();
        }
    }

    private synchronized List<DBusPath> items() {
        return removed ? List.of() : List.of(new DBusPath(ITEM));
    }

    private synchronized DBusPath remove() {
        if (asksBeforeRemoving) {
            return new DBusPath("/org/freedesktop/secrets/prompt/1");
        }
        removed = true;
        return new DBusPath(SecretApi.NOTHING);
    }

    private synchronized void put(byte[] value) {
        if (replaces) {
            secret = value;
        }
    }

    @Override
    public void close() {
        bus.disconnect();
    }

    /** Several results: the library wants their types as parameters where it sends them. */
    public static final class Two<A, B> extends Tuple {
        @Position(0)
        public final A first;

        @Position(1)
        public final B second;

        Two(A first, B second) {
            this.first = first;
            this.second = second;
        }
    }

    /** {@link SecretApi.Service}, as the service has it. */
    @DBusInterfaceName("org.freedesktop.Secret.Service")
    public interface ServiceSide extends DBusInterface {
        Two<Variant<?>, DBusPath> OpenSession(String algorithm, Variant<?> input);

        DBusPath ReadAlias(String name);
    }

    /** {@link SecretApi.Collection}, as the service has it. */
    @DBusInterfaceName(SecretApi.COLLECTION)
    public interface CollectionSide extends DBusInterface {
        List<DBusPath> SearchItems(Map<String, String> attributes);

        Two<DBusPath, DBusPath> CreateItem(
                Map<String, Variant<?>> properties, SecretApi.Transferred secret, boolean replace);
    }

    private abstract static class Exported implements DBusInterface {
        @Override
        public boolean isRemote() {
            return false;
        }

        @Override
        public String getObjectPath() {
            return SecretApi.SERVICE;
        }
    }

    private final class Service extends Exported implements ServiceSide {
        @Override
        public Two<Variant<?>, DBusPath> OpenSession(String algorithm, Variant<?> input) {
            note("OpenSession");
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Two<>(new Variant<>(""), new DBusPath("/org/freedesktop/secrets/session/1"));
        }

        @Override
        public DBusPath ReadAlias(String name) {
            return new DBusPath(COLLECTION);
        }
    }

    private final class Collection extends Exported implements CollectionSide, Properties {
        @Override
        public List<DBusPath> SearchItems(Map<String, String> attributes) {
            return items();
        }

        @Override
        public Two<DBusPath, DBusPath> CreateItem(
                Map<String, Variant<?>> properties, SecretApi.Transferred given, boolean replace) {
            put(given.value());
            note("CreateItem");
            return new Two<>(new DBusPath(ITEM), new DBusPath(SecretApi.NOTHING));
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <A> A Get(String interfaceName, String property) {
            return (A) Boolean.FALSE;
        }

        @Override
        public <A> void Set(String interfaceName, String property, A value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Variant<?>> GetAll(String interfaceName) {
            return Map.of("Locked", new Variant<>(false));
        }
    }

    private final class Item extends Exported implements SecretApi.Item {
        @Override
        public SecretApi.Transferred GetSecret(DBusPath session) {
            return new SecretApi.Transferred(session, new byte[0], secret(), "application/octet-stream");
        }

        @Override
        public void SetSecret(SecretApi.Transferred given) {
            note("SetSecret");
            put(given.value());
        }

        @Override
        public DBusPath Delete() {
            note("Delete");
            return remove();
        }
    }
}
