// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.list;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.obnova.demo.lint.Lint;
import org.obnova.demo.lint.ListCandidate;

/** The list is of now, and says when the next one comes. */
public final class ListDatesLint implements Lint<ListCandidate> {
    @Override
    public String source() {
        return "RFC 5280 sections 5.1.2.4 and 5.1.2.5";
    }

    @Override
    public Optional<String> finding(ListCandidate candidate) {
        Instant thisUpdate = candidate.list().getThisUpdate().toInstant();
        Date nextUpdate = candidate.list().getNextUpdate();
        if (nextUpdate == null || !nextUpdate.toInstant().isAfter(thisUpdate)) {
            return Optional.of("nextUpdate is missing or not later");
        }
        return thisUpdate.isAfter(candidate.now()) ? Optional.of("is of the future") : Optional.empty();
    }
}
