// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.cmp.MachineRules;
import org.obnova.demo.regime.Regime;

/** The regime under which the CA works, setting by setting, and what machines may renew. */
public record RegimeView(Regime regime, MachineRules machines) {
    /**
     * A setting.
     *
     * @param key tail of its text key
     * @param value tail of its value's text key, or a number
     * @param number whether the value is a number
     */
    public record Setting(String key, String value, boolean number) {}

    /** In the order of the file. */
    public List<Setting> settings() {
        return List.of(
                word("login-code", regime.loginCode()),
                word("statement-stage", regime.statementStage()),
                word("confirmation", regime.confirmation()),
                number("promised-issue", regime.promisedIssue().toMinutes()),
                word("review", regime.review()),
                number("promised-review", regime.promisedReviewHours()),
                word("heads", regime.heads()),
                word("employee", regime.employee()),
                word("paper-route", regime.paperRoute()),
                word("container-password", regime.containerPassword()),
                number("validity", regime.validityMonths()));
    }

    /** What machines may do, profile by profile. */
    public List<MachineRules.Rule> rules() {
        return Stream.of(CaProfile.values()).map(machines::of).toList();
    }

    private static Setting word(String key, Enum<?> value) {
        return new Setting(key, value.name().toLowerCase(Locale.ROOT).replace('_', '-'), false);
    }

    private static Setting number(String key, long value) {
        return new Setting(key, String.valueOf(value), true);
    }
}
