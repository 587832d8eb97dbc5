// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.obnova.demo.accounts.HandOver;
import org.obnova.demo.accounts.HandOvers;
import org.obnova.demo.holders.Holder;

/** Hand-overs in memory; nobody is written to. */
final class PreparedHandOvers implements HandOvers {
    private final Map<String, HandOver> handed = new ConcurrentHashMap<>();

    @Override
    public Optional<HandOver> of(String application) {
        return Optional.ofNullable(handed.get(application));
    }

    @Override
    public void here(String application) {
        handed.put(application, new HandOver(HandOver.Manner.HERE, PreparedPeople.NOW));
    }

    @Override
    public void send(String application, Holder holder) {
        handed.put(application, new HandOver(HandOver.Manner.SENT, PreparedPeople.NOW));
    }
}
