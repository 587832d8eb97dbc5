// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.worker;

import iaik.pkcs.pkcs11.wrapper.CK_ATTRIBUTE;
import iaik.pkcs.pkcs11.wrapper.PKCS11Exception;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Found;

/** Finding objects. */
final class TokenObjects {
    private static final int AT_ONCE = 64;

    private final Pkcs11 module;

    TokenObjects(Pkcs11 module) {
        this.module = module;
    }

    List<Found> find(long session, List<Attribute> template, List<Long> wanted) throws PKCS11Exception {
        List<Found> found = new ArrayList<>();
        for (long handle : handles(session, template)) {
            List<Attribute> attributes = wanted.isEmpty() ? List.of() : attributes(session, handle, wanted);
            if (attributes != null) {
                found.add(new Found(handle, attributes));
            }
        }
        return found;
    }

    private List<Long> handles(long session, List<Attribute> template) throws PKCS11Exception {
        module.calling("C_FindObjectsInit").C_FindObjectsInit(session, Values.template(template), Values.OCTETS);
        List<Long> handles = new ArrayList<>();
        try {
            long[] some;
            do {
                some = module.calling("C_FindObjects").C_FindObjects(session, AT_ONCE);
                for (long handle : some) {
                    handles.add(handle);
                }
            } while (some.length == AT_ONCE);
        } catch (PKCS11Exception e) {
            finish(session);
            module.calling("C_FindObjects");
            throw e;
        }
        finish(session);
        return handles;
    }

    @SuppressWarnings("EmptyCatch")
    private void finish(long session) {
        try {
            module.calling("C_FindObjectsFinal").C_FindObjectsFinal(session);
        } catch (PKCS11Exception ignored) {
            // What was found was found; a search that goes on shows itself at the next one.
        }
    }

    /** Null where the object went while we looked. */
    private @Nullable List<Attribute> attributes(long session, long handle, List<Long> wanted) throws PKCS11Exception {
        CK_ATTRIBUTE[] attributes = new CK_ATTRIBUTE[wanted.size()];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = Values.attribute(wanted.get(i));
        }
        try {
            module.calling("C_GetAttributeValue").C_GetAttributeValue(session, handle, attributes, Values.OCTETS);
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() == Ckr.OBJECT_HANDLE_INVALID.number()) {
                return null;
            }
            if (!isOfOneAttribute(e)) {
                throw e;
            }
            List<Attribute> filled = Values.filled(attributes);
            return filled.isEmpty() && wanted.size() > 1 ? oneByOne(session, handle, wanted) : filled;
        }
        return Values.filled(attributes);
    }

    /** For modules that give nothing where one of several attributes is missing. */
    private List<Attribute> oneByOne(long session, long handle, List<Long> wanted) throws PKCS11Exception {
        List<Attribute> all = new ArrayList<>();
        for (Long type : wanted) {
            List<Attribute> one = attributes(session, handle, List.of(type));
            if (one != null) {
                all.addAll(one);
            }
        }
        return all;
    }

    private static boolean isOfOneAttribute(PKCS11Exception e) {
        return e.getErrorCode() == Ckr.ATTRIBUTE_SENSITIVE.number()
                || e.getErrorCode() == Ckr.ATTRIBUTE_TYPE_INVALID.number();
    }
}
