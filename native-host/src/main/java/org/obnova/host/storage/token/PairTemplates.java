// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.ArrayList;
import java.util.List;
import org.obnova.host.storage.token.profile.KeyRecipe;
import org.obnova.host.storage.token.wire.Attribute;

/** What a token is told of the key pair that it shall make (PKCS #11 v3.1, sections 4.8 and 4.9). */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record PairTemplates(KeyRecipe recipe, byte[] ckaId, String label) {
    /**
     * Of the private key.
     *
     * @param saysSo whether it says that the key shall stay: a token that takes it and does not show the attributes is believed
     */
    record Hidden(List<Attribute> attributes, boolean saysSo) {}

    /** Of the public key. */
    List<Attribute> open() {
        List<Attribute> template = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Cka.PUBLIC_KEY),
                Attribute.of(Cka.KEY_TYPE, recipe.keyType()),
                Attribute.of(Cka.TOKEN, true),
                Attribute.of(Cka.PRIVATE, false),
                Attribute.of(Cka.ID, ckaId),
                Attribute.of(Cka.LABEL, label),
                Attribute.of(Cka.VERIFY, true)));
        addOthers(template, recipe.publicTemplate());
        return template;
    }

    /** As the product's maker wants it; without what only that maker wants; without what others refuse to be told. */
    List<Hidden> hidden() {
        List<Attribute> least = List.of(
                Attribute.of(Cka.CLASS, Cka.PRIVATE_KEY),
                Attribute.of(Cka.KEY_TYPE, recipe.keyType()),
                Attribute.of(Cka.TOKEN, true),
                Attribute.of(Cka.PRIVATE, true),
                Attribute.of(Cka.ID, ckaId),
                Attribute.of(Cka.LABEL, label),
                Attribute.of(Cka.SIGN, true));
        List<Attribute> safe = new ArrayList<>(least);
        safe.add(Attribute.of(Cka.SENSITIVE, true));
        safe.add(Attribute.of(Cka.EXTRACTABLE, false));
        List<Attribute> whole = new ArrayList<>(safe);
        addOthers(whole, recipe.privateTemplate());
        List<Attribute> makers = new ArrayList<>(least);
        addOthers(makers, recipe.privateTemplate());
        return List.of(new Hidden(whole, true), new Hidden(safe, true), new Hidden(makers, false));
    }

    private static void addOthers(List<Attribute> template, List<Attribute> more) {
        for (Attribute each : more) {
            if (template.stream().noneMatch(known -> known.type() == each.type())) {
                template.add(each);
            }
        }
    }
}
