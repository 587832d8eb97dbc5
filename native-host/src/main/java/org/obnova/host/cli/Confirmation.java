// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** Has the person confirm in the terminal what cannot be taken back. Anything but a yes, the end of the input too, is a no. */
final class Confirmation {
    private Confirmation() {}

    /**
     * Asks, and returns when the answer is yes.
     *
     * @param question with a question mark at its end
     * @throws Fault {@code CANCELLED}
     */
    static void require(Terminal terminal, String question) {
        terminal.out().print(question + terminal.say(" Введите «да»: ", " Enter “yes”: "));
        terminal.out().flush();
        if (!isYes(answer(terminal))) {
            throw new Fault(ErrorCode.CANCELLED, "not confirmed");
        }
    }

    private static boolean isYes(String answer) {
        String plain = answer.strip().toLowerCase(Locale.ROOT);
        return plain.equals("да") || plain.equals("yes");
    }

    private static String answer(Terminal terminal) {
        try {
            // Whatever comes behind the line is nobody's.
            String line = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new Fault(ErrorCode.CANCELLED, "the answer cannot be read", e);
        }
    }
}
