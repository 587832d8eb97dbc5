// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.accounts.Account;
import org.obnova.demo.web.ProblemDocument;

/**
 * The profile.
 *
 * @param typedPhone what was typed as a new phone, shown again
 * @param typedEmail likewise
 * @param problemAt which form was refused: {@code phone}, {@code password}, or empty
 * @param said tail of the key of what has just been done, or empty
 */
public record ProfileView(
        Account account,
        String typedPhone,
        String typedEmail,
        String problemAt,
        @Nullable ProblemDocument problem,
        String said) {

    /** The refusal of that form. */
    public @Nullable ProblemDocument problem(String form) {
        return problemAt.equals(form) ? problem : null;
    }

    public boolean hasPassword() {
        return account.email() != null;
    }
}
