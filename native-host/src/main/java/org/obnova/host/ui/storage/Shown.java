// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.storage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt.Offer;
import org.obnova.host.storage.StoragePrompt.Offers;
import org.obnova.host.storage.TokenFacts;
import org.obnova.host.ui.frame.Words;

/**
 * What is on offer at one moment, in words: made where asking the media does not hold the windows up.
 *
 * @param media in the order in which they are offered
 */
record Shown(List<Medium> media, List<NotListed> notListed) {
    /**
     * A medium in words.
     *
     * @param state its kind, and that it is ready or why it cannot be used
     * @param more what else is to be known of it, a sentence each
     */
    record Medium(String id, KeyStorage storage, String name, String state, List<String> more, boolean usable) {
        /** All about it in one text, for who hears it. */
        String about() {
            return more.isEmpty() ? state : state + ". " + String.join(" ", more);
        }
    }

    static Shown of(Words words, Purpose purpose, Offers offers) {
        return new Shown(
                offers.list().stream().map(each -> medium(words, purpose, each)).toList(),
                List.copyOf(offers.notListed()));
    }

    private static Medium medium(Words words, Purpose purpose, Offer offer) {
        KeyStorage storage = offer.storage();
        TokenFacts token = storage.token().orElse(null);
        String whyNot = offer.whyNot();
        if (whyNot == null && token != null) {
            whyNot = pinInTheWay(words, token.pin());
        }
        String kind = words.text("kind." + storage.kind().wireName());
        String state =
                whyNot != null ? whyNot : words.text("state." + storage.state().wireName());
        List<String> more = token == null || whyNot != null ? List.of() : more(words, purpose, token);
        return new Medium(
                storage.id(), storage, storage.label(words.language()), kind + " · " + state, more, whyNot == null);
    }

    private static @Nullable String pinInTheWay(Words words, PinState pin) {
        return pin == PinState.LOCKED || pin == PinState.NOT_SET ? words.text("pin." + pin.wireName()) : null;
    }

    private static List<String> more(Words words, Purpose purpose, TokenFacts token) {
        List<String> more = new ArrayList<>();
        if (token.pin() != PinState.OK) {
            more.add(words.text("pin." + token.pin().wireName()));
        }
        more.add(words.text(
                purpose != Purpose.NEW_KEY
                        ? "manner.backup"
                        : "manner." + token.manner().wireName()));
        return List.copyOf(more);
    }
}
