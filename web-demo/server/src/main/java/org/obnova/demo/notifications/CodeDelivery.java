// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.security.SecureRandom;

/** Brings codes to phones: in the number of a call, or in an SMS. */
final class CodeDelivery {
    private static final int MIDDLE = 100;
    private static final int MIDDLE_RANGE = 900;

    private final Notices notices;
    private final SecureRandom random;

    CodeDelivery(Notices notices, SecureRandom random) {
        this.notices = notices;
        this.random = random;
    }

    /** @param purpose what the code is for, as it is said in the message: «Код для входа» */
    void bring(Phone phone, OneTimeCodes.Made made, String purpose) {
        if (made.sent().kind() == Message.Kind.CALL) {
            Phone caller = new Phone("+7499" + (MIDDLE + random.nextInt(MIDDLE_RANGE)) + made.code());
            notices.call(phone, caller, "Входящий звонок. " + purpose + ": последние 4 цифры номера.");
        } else {
            notices.sms(phone, purpose + ": " + made.code() + ". Никому его не сообщайте.");
        }
    }
}
