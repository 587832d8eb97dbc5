// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.secretservice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.DBusMapType;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** The person's default keyring, open; one connection to the session bus for each use. */
final class Keyring implements AutoCloseable {
    private static final String DEFAULT = "default";
    private static final String TYPE = "application/octet-stream";

    /** A bus that is not there is looked for no longer. */
    private static final int CONNECT_MILLIS = 500;

    private final DBusConnection bus;
    private final DBusPath session;
    private final DBusPath collection;

    private Keyring(DBusConnection bus, DBusPath session, DBusPath collection) {
        this.bus = bus;
        this.session = session;
        this.collection = collection;
    }

    /**
     * The keyring, where there is one that is unlocked: the person is not asked to unlock it.
     *
     * @throws DBusException there is no bus, no service, no keyring, or it is locked
     */
    static Keyring open(String address) throws DBusException {
        DBusConnection bus = DBusConnectionBuilder.forAddress(address)
                .withShared(false)
                .transportConfig()
                .withTimeout(CONNECT_MILLIS)
                .back()
                .build();
        boolean opened = false;
        try {
            SecretApi.Service service =
                    bus.getRemoteObject(SecretApi.BUS_NAME, SecretApi.SERVICE, SecretApi.Service.class);
            DBusPath collection = service.ReadAlias(DEFAULT);
            if (collection.getPath().equals(SecretApi.NOTHING)) {
                throw new DBusException("no default keyring");
            }
            Object locked = properties(bus, collection).Get(SecretApi.COLLECTION, "Locked");
            if (!Boolean.FALSE.equals(locked)) {
                throw new DBusException("the keyring is locked");
            }
            DBusPath session = service.OpenSession("plain", new Variant<>("")).session();
            opened = true;
            return new Keyring(bus, session, collection);
        } finally {
            if (!opened) {
                bus.disconnect();
            }
        }
    }

    /** The items with these attributes. */
    List<DBusPath> search(Map<String, String> attributes) throws DBusException {
        return collection().SearchItems(attributes);
    }

    Map<String, String> attributes(DBusPath item) throws DBusException {
        Map<?, ?> found = properties(bus, item).Get(SecretApi.ITEM, "Attributes");
        Map<String, String> attributes = new LinkedHashMap<>();
        found.forEach((name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
        return attributes;
    }

    String label(DBusPath item) throws DBusException {
        return Objects.toString(properties(bus, item).<@Nullable Object>Get(SecretApi.ITEM, "Label"), "");
    }

    /** To be zeroed by the caller. */
    byte[] secret(DBusPath item) throws DBusException {
        return bus.getRemoteObject(SecretApi.BUS_NAME, item.getPath(), SecretApi.Item.class)
                .GetSecret(session)
                .value();
    }

    /** Stores a secret in place of one with the same attributes. */
    void store(Map<String, String> attributes, String label, byte[] secret) throws DBusException {
        Map<String, Variant<?>> properties = new LinkedHashMap<>();
        properties.put(SecretApi.ITEM + ".Label", new Variant<>(label));
        properties.put(
                SecretApi.ITEM + ".Attributes", new Variant<>(attributes, new DBusMapType(String.class, String.class)));
        SecretApi.Created created = collection()
                .CreateItem(properties, new SecretApi.Transferred(session, new byte[0], secret, TYPE), true);
        if (!created.prompt().getPath().equals(SecretApi.NOTHING)) {
            throw new DBusException("the keyring wants to ask first");
        }
    }

    /** Removes an item; where the keyring would ask the person first, the item stays and its secret is empty. */
    void delete(DBusPath path) throws DBusException {
        SecretApi.Item item = bus.getRemoteObject(SecretApi.BUS_NAME, path.getPath(), SecretApi.Item.class);
        if (!item.Delete().getPath().equals(SecretApi.NOTHING)) {
            item.SetSecret(new SecretApi.Transferred(session, new byte[0], new byte[0], TYPE));
            byte[] left = secret(path);
            Arrays.fill(left, (byte) 0);
            if (left.length > 0) {
                throw new DBusException("the keyring neither removes nor replaces it");
            }
        }
    }

    private SecretApi.Collection collection() throws DBusException {
        return bus.getRemoteObject(SecretApi.BUS_NAME, collection.getPath(), SecretApi.Collection.class);
    }

    private static Properties properties(DBusConnection bus, DBusPath path) throws DBusException {
        return bus.getRemoteObject(SecretApi.BUS_NAME, path.getPath(), Properties.class);
    }

    @Override
    public void close() {
        bus.disconnect();
    }
}
