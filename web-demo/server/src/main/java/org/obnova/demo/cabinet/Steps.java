// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import org.obnova.demo.enrolment.ApplicationState;

/** The names of the steps in texts, in the page's body and in tests. */
final class Steps {
    private Steps() {}

    static String key(ApplicationState state) {
        return switch (state) {
            case DATA -> "data";
            case STATEMENT -> "statement";
            case REQUEST -> "request";
            case ISSUING -> "issuing";
            case RECEIPT -> "receipt";
            case INSTALL -> "install";
            case DONE -> "done";
        };
    }
}
