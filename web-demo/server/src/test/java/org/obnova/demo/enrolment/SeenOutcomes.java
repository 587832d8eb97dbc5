// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.obnova.demo.ca.CaProfile;

/** Remembers what the queue says of its work. */
public final class SeenOutcomes implements IssuingWatch {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public void issued(CaProfile profile, Duration took) {
        seen.add(profile.cliName());
    }

    @Override
    public void putBack(Duration took) {
        seen.add("put back");
    }

    /** Profiles of what was issued, and {@code put back} for each try that failed. */
    public List<String> seen() {
        return List.copyOf(seen);
    }
}
