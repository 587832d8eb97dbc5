// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.secretservice;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** The Secret Service's interfaces, as far as they are used here; names and order are the standard's. */
final class SecretApi {
    static final String BUS_NAME = "org.freedesktop.secrets";
    static final String SERVICE = "/org/freedesktop/secrets";
    static final String COLLECTION = "org.freedesktop.Secret.Collection";
    static final String ITEM = "org.freedesktop.Secret.Item";

    /** Stands for «no object», e.g. where no prompt is needed. */
    static final String NOTHING = "/";

    private SecretApi() {}

    /** org.freedesktop.Secret.Service. */
    @DBusInterfaceName("org.freedesktop.Secret.Service")
    public interface Service extends DBusInterface {
        /** A session, in which secrets are transferred. */
        Opened OpenSession(String algorithm, Variant<?> input);

        /** The collection of that alias. */
        DBusPath ReadAlias(String name);
    }

    /** org.freedesktop.Secret.Collection. */
    @DBusInterfaceName(COLLECTION)
    public interface Collection extends DBusInterface {
        /** The items with these attributes. */
        List<DBusPath> SearchItems(Map<String, String> attributes);

        /** Stores a secret. */
        Created CreateItem(Map<String, Variant<?>> properties, Transferred secret, boolean replace);
    }

    /** org.freedesktop.Secret.Item. */
    @DBusInterfaceName(ITEM)
    public interface Item extends DBusInterface {
        /** The secret. */
        Transferred GetSecret(DBusPath session);

        /** Puts another secret in its place. */
        void SetSecret(Transferred secret);

        /** Removes the item; returns a prompt or nothing. */
        DBusPath Delete();
    }

    /** Of OpenSession. */
    public static final class Opened extends Tuple {
        @Position(0)
        private final Variant<?> output;

        @Position(1)
        private final DBusPath session;

        /** Called by the library. */
        public Opened(Variant<?> output, DBusPath session) {
            this.output = output;
            this.session = session;
        }

        DBusPath session() {
            return session;
        }

        Variant<?> output() {
            return output;
        }
    }

    /** Of CreateItem. */
    public static final class Created extends Tuple {
        @Position(0)
        private final DBusPath item;

        @Position(1)
        private final DBusPath prompt;

        /** Called by the library. */
        public Created(DBusPath item, DBusPath prompt) {
            this.item = item;
            this.prompt = prompt;
        }

        DBusPath item() {
            return item;
        }

        DBusPath prompt() {
            return prompt;
        }
    }

    /** A secret under way: (oayays). */
    public static final class Transferred extends Struct {
        @Position(0)
        private final DBusPath session;

        @Position(1)
        private final byte[] parameters;

        @Position(2)
        private final byte[] value;

        @Position(3)
        private final String contentType;

        /** Called by the library, too. */
        public Transferred(DBusPath session, byte[] parameters, byte[] value, String contentType) {
            this.session = session;
            this.parameters = parameters;
            this.value = value;
            this.contentType = contentType;
        }

        DBusPath session() {
            return session;
        }

        byte[] parameters() {
            return parameters;
        }

        byte[] value() {
            return value;
        }

        String contentType() {
            return contentType;
        }
    }
}
