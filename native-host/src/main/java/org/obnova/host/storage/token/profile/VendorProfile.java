// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.storage.NotListed.Text;
import org.obnova.host.storage.TokenFacts.Manner;
import org.obnova.host.storage.token.wire.TokenInfo;

/**
 * What is known of a product.
 *
 * @param id the name on the wire, e.g. {@code rutoken-ecp}
 * @param names what a person calls it; the first that fits a token is its name
 * @param recognition how it is told from others
 * @param modules the files of the vendor's own PKCS#11 modules, as lower-case beginnings: of two modules that show one token, the vendor's own is used
 * @param manner null where the token's mechanisms decide
 * @param recipes the keys that it may make; which ones, its mechanisms say
 * @param factoryPin the person's PIN as published by the vendor, to be named to the person and never to be tried; null where there is none
 * @param unblockHint how a locked token becomes usable again
 * @param largestObject octets that the value of one data object may have
 * @param onlyByServiceCentre whether certificates are put on it in a service centre only (S28)
 * @param forCustoms whether the customs' services take it (S28)
 */
public record VendorProfile(
        String id,
        List<Name> names,
        Recognition recognition,
        List<String> modules,
        @Nullable Manner manner,
        Map<KeyAlgorithm, KeyRecipe> recipes,
        @Nullable String factoryPin,
        Text unblockHint,
        int largestObject,
        boolean onlyByServiceCentre,
        boolean forCustoms) {
    /**
     * What a person calls tokens of the product.
     *
     * @param mechanism a CKM_ number that those of this name have and the others lack; null for all
     */
    public record Name(Text text, @Nullable Long mechanism) {}

    /**
     * How tokens of the product are recognised; each list holds beginnings in lower case, and an empty one fits any token.
     *
     * @param manufacturers of CK_TOKEN_INFO's manufacturerID
     * @param models of CK_TOKEN_INFO's model
     */
    public record Recognition(List<String> manufacturers, List<String> models) {
        /** Copies the lists. */
        public Recognition {
            manufacturers = List.copyOf(manufacturers);
            models = List.copyOf(models);
        }
    }

    /** Copies the collections, and refuses a profile that no token could be used by. */
    public VendorProfile {
        names = List.copyOf(names);
        modules = List.copyOf(modules);
        recipes = Map.copyOf(recipes);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("id: " + id);
        }
        if (names.isEmpty() || names.getLast().mechanism() != null) {
            throw new IllegalArgumentException(id + ": no name that fits any token");
        }
        if (manner == Manner.PASSIVE && !recipes.isEmpty()) {
            throw new IllegalArgumentException(id + ": passive, and yet makes keys");
        }
        if (largestObject < 256) {
            throw new IllegalArgumentException(id + ": objects too small for a part of a container");
        }
    }

    /** What a person calls this token, e.g. «Рутокен ЭЦП 3.0». */
    public Text name(TokenInfo token) {
        for (Name name : names) {
            Long mechanism = name.mechanism();
            if (mechanism == null || token.mechanisms().contains(mechanism)) {
                return name.text();
            }
        }
        throw new IllegalStateException("the last name fits any token");
    }

    /** Whether this token makes keys or only stores containers. */
    public Manner manner(TokenInfo token) {
        if (manner != null) {
            return manner;
        }
        return makes(token).isEmpty() ? Manner.PASSIVE : Manner.ACTIVE;
    }

    /** The keys that this token makes, and how. */
    public Map<KeyAlgorithm, KeyRecipe> recipes(TokenInfo token) {
        Map<KeyAlgorithm, KeyRecipe> able = new EnumMap<>(KeyAlgorithm.class);
        recipes.forEach((algorithm, recipe) -> {
            if (recipe.isWithin(token.mechanisms())) {
                able.put(algorithm, recipe);
            }
        });
        return able;
    }

    /** The keys that this token makes. */
    public Set<KeyAlgorithm> makes(TokenInfo token) {
        return Set.copyOf(recipes(token).keySet());
    }
}
