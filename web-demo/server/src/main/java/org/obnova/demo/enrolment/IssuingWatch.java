// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Duration;
import org.obnova.demo.ca.CaProfile;

/** Is told what the issuing queue does. */
public interface IssuingWatch {
    /** Looks at nothing. */
    IssuingWatch NONE = new IssuingWatch() {
        @Override
        public void issued(CaProfile profile, Duration took) {}

        @Override
        public void putBack(Duration took) {}
    };

    /** A certificate was issued, and that is committed. */
    void issued(CaProfile profile, Duration took);

    /** A try failed; there will be another one. */
    void putBack(Duration took);
}
