// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.util.regex.Pattern;
import org.obnova.demo.problem.Problem;

/**
 * A Russian mobile number.
 *
 * @param e164 {@code +7} and ten digits
 */
public record Phone(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+7[0-9]{10}");
    private static final Pattern DECORATION = Pattern.compile("[\\s()\\-\\u2010-\\u2015]");

    /** Refuses anything but {@code +7} and ten digits. */
    public Phone {
        if (!E164.matcher(e164).matches()) {
            throw Problem.field("phone", "phone must be +7 and ten digits");
        }
    }

    /** What a person may type: {@code +7 900 000-00-01}, {@code 8 (900) 0000001}, {@code 9000000001}. FIELD_INVALID otherwise. */
    public static Phone parse(String typed) {
        String bare = DECORATION.matcher(typed).replaceAll("");
        if (bare.length() == 10) {
            bare = "+7" + bare;
        } else if (bare.length() == 11 && (bare.startsWith("8") || bare.startsWith("7"))) {
            bare = "+7" + bare.substring(1);
        }
        return new Phone(bare);
    }

    /** For screens: {@code +7 900 000-00-01}. */
    public String display() {
        return e164.substring(0, 2) + " " + e164.substring(2, 5) + " " + e164.substring(5, 8) + "-"
                + e164.substring(8, 10) + "-" + e164.substring(10);
    }

    /** For screens of somebody who is not logged in: {@code +7 900 ***-**-01}. */
    public String masked() {
        return e164.substring(0, 2) + " " + e164.substring(2, 5) + " ***-**-" + e164.substring(10);
    }
}
