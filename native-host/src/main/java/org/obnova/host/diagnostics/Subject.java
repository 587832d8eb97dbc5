// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics;

import org.obnova.host.workstation.Words;

/**
 * What a check looks at; makes its findings.
 *
 * @param id stable, with a dot before what tells checks of one kind apart: {@code host-manifest.chromium}
 */
public record Subject(String id, Words title) {
    private static final Words NOTHING = new Words("", "");

    /** In both languages. */
    public Subject(String id, String russian, String english) {
        this(id, new Words(russian, english));
    }

    /** All is well. */
    public Finding ok(String russian, String english) {
        return new Finding(id, Verdict.OK, "", title, new Words(russian, english), NOTHING);
    }

    /** It cannot be told. */
    public Finding unknown(String reason, String russian, String english) {
        return new Finding(id, Verdict.UNKNOWN, reason, title, new Words(russian, english), NOTHING);
    }

    /** Something will not work. */
    public Finding problem(String reason, Words detail, Words hint) {
        return new Finding(id, Verdict.PROBLEM, reason, title, detail, hint);
    }

    /** It works, but not as well as it could. */
    public Finding warning(String reason, Words detail, Words hint) {
        return new Finding(id, Verdict.WARNING, reason, title, detail, hint);
    }
}
