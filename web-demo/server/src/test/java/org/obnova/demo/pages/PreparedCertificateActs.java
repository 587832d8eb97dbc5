// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.util.HashMap;
import java.util.Map;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.revocation.CertificateActs;
import org.obnova.demo.revocation.RevocationReason;

/** Remembers how each of the prepared certificates stands. */
final class PreparedCertificateActs implements CertificateActs {
    private final Map<String, State> states = new HashMap<>();

    @Override
    public State state(String sha256) {
        return states.getOrDefault(sha256, State.VALID);
    }

    @Override
    public void revoke(String sha256, RevocationReason reason, Actor actor) {
        states.put(sha256, State.REVOKED);
    }

    @Override
    public void suspend(String sha256, Actor actor) {
        states.put(sha256, State.SUSPENDED);
    }

    @Override
    public void resume(String sha256, Actor actor) {
        states.put(sha256, State.VALID);
    }

    @Override
    public void orderReplacement(String sha256, Actor actor) {
        states.put(sha256, State.VALID);
    }
}
