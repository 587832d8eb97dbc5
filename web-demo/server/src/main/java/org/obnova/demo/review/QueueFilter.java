// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.HolderKind;

/**
 * Which applications are looked for.
 *
 * @param stage how far they are
 * @param kind of holder; null for any
 * @param reason null for any
 * @param centre id of the chosen service centre; empty for any
 * @param days how many whole days they have waited at least
 * @param text number of the application, SNILS, INN or whole surname; empty for any
 */
public record QueueFilter(
        Stage stage, @Nullable HolderKind kind, @Nullable Reason reason, String centre, int days, String text) {
    /** What waits for somebody here. */
    public static final QueueFilter WAITING = new QueueFilter(Stage.WAITING, null, null, "", 0, "");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{11,12}");
    private static final Pattern ID = Pattern.compile("[a-z0-9]{13,64}");
    private static final int LONGEST = 100;

    /** How far applications are. */
    public enum Stage {
        /** For the review or for the visit. */
        WAITING(EnumSet.of(ApplicationState.REVIEW, ApplicationState.VISIT)),
        REVIEW(EnumSet.of(ApplicationState.REVIEW)),
        VISIT(EnumSet.of(ApplicationState.VISIT)),
        /** Approved: the holder may make the key. */
        APPROVED(EnumSet.of(ApplicationState.REQUEST, ApplicationState.CONFIRMATION)),
        /** The certificate is being issued, or is there. */
        ISSUED(EnumSet.range(ApplicationState.ISSUING, ApplicationState.DONE)),
        /** Not sent yet: what clerks created and holders fill in. */
        BEGUN(EnumSet.range(ApplicationState.INTRODUCTION, ApplicationState.CENTRE));

        @SuppressWarnings("ImmutableEnumChecker") // a set that nothing here changes
        private final Set<ApplicationState> states;

        Stage(Set<ApplicationState> states) {
            this.states = Set.copyOf(states);
        }

        Set<ApplicationState> states() {
            return states;
        }

        /** Tail of text keys. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Refuses what no page sends. */
    public QueueFilter {
        text = text.strip();
        if (days < 0 || days > 999 || text.length() > LONGEST || !centre.matches("[a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("not a filter");
        }
    }

    /** The digits of a SNILS or INN, however it is written. */
    Optional<String> number() {
        String digits = text.replaceAll("[\\s-]", "");
        return NUMBER.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    /** The number of an application. */
    Optional<String> application() {
        return ID.matcher(text).matches() && number().isEmpty() ? Optional.of(text) : Optional.empty();
    }
}
