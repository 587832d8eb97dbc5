// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.worker;

import iaik.pkcs.pkcs11.wrapper.CK_ATTRIBUTE;
import iaik.pkcs.pkcs11.wrapper.CK_MECHANISM;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Mechanism;

/**
 * Between our values and the wrapper's. Texts go through it as octets, one in each character: told to code UTF-8 itself it would change what is no
 * valid UTF-8.
 */
final class Values {
    /** For the wrapper's functions that ask whether texts are UTF-8. */
    static final boolean OCTETS = false;

    private Values() {}

    static CK_ATTRIBUTE[] template(List<Attribute> attributes) {
        CK_ATTRIBUTE[] template = new CK_ATTRIBUTE[attributes.size()];
        for (int i = 0; i < template.length; i++) {
            template[i] = attribute(attributes.get(i).type());
            template[i].pValue = object(attributes.get(i).value());
        }
        return template;
    }

    static CK_ATTRIBUTE attribute(long type) {
        CK_ATTRIBUTE attribute = new CK_ATTRIBUTE();
        attribute.type = type;
        return attribute;
    }

    private static Object object(Attribute.Value value) {
        if (value instanceof Attribute.Flag flag) {
            return flag.on();
        }
        return value instanceof Attribute.Whole whole ? whole.number() : ((Attribute.Octets) value).octets();
    }

    /** Those that the wrapper filled in. */
    static List<Attribute> filled(@Nullable CK_ATTRIBUTE[] answered) {
        List<Attribute> attributes = new ArrayList<>(answered.length);
        for (CK_ATTRIBUTE each : answered) {
            Attribute.Value value = each == null ? null : value(each.pValue);
            if (each != null && value != null) {
                attributes.add(new Attribute(each.type, value));
            }
        }
        return attributes;
    }

    private static Attribute.@Nullable Value value(@Nullable Object object) {
        if (object == null) {
            return new Attribute.Octets(new byte[0]); // This is what the wrapper makes of a length of 0.
        }
        if (object instanceof Boolean flag) {
            return new Attribute.Flag(flag);
        }
        if (object instanceof Long number) {
            return new Attribute.Whole(number);
        }
        if (object instanceof byte[] octets) {
            return new Attribute.Octets(octets);
        }
        return object instanceof char[] text ? new Attribute.Octets(octets(text)) : null;
    }

    static CK_MECHANISM mechanism(Mechanism mechanism) {
        CK_MECHANISM wrapped = new CK_MECHANISM();
        wrapped.mechanism = mechanism.type();
        wrapped.pParameter = mechanism.parameter();
        return wrapped;
    }

    /** The caller zeroes it. */
    static char @Nullable [] pin(@Nullable Secret pin) {
        if (pin == null) {
            return null;
        }
        byte[] octets = pin.copy();
        char[] characters = new char[octets.length];
        for (int i = 0; i < octets.length; i++) {
            characters[i] = (char) (octets[i] & 0xff);
        }
        Arrays.fill(octets, (byte) 0);
        return characters;
    }

    static void wipe(char @Nullable [] pin) {
        if (pin != null) {
            Arrays.fill(pin, '\0');
        }
    }

    private static byte[] octets(char[] text) {
        byte[] octets = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            octets[i] = (byte) text[i];
        }
        return octets;
    }
}
