// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint;

import java.util.List;

/** Something that must not leave the authority. A defect of the authority, never of who asked: names rules, no data of persons. */
public final class LintFailure extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LintFailure(List<String> findings) {
        super(String.join("; ", findings));
    }
}
