// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.notifications.OneTimeCodes;

/** Codes that confirm a receipt, by SMS to the phone of the application (S22); those of letters have the same maker. */
public final class ReceiptCodes {
    private final OneTimeCodes codes;
    private final Notices notices;

    /** Codes whose messages go out through these notices. */
    public ReceiptCodes(OneTimeCodes codes, Notices notices) {
        this.codes = codes;
        this.notices = notices;
    }

    CodeSent send(Application application) {
        OneTimeCodes.Made made = codes.make(OneTimeCodes.Purpose.RECEIPT, application.id(), Message.Kind.SMS);
        notices.sms(
                application.phone(), "Код для подтверждения расписки: " + made.code() + ". Никому его не сообщайте.");
        return made.sent();
    }

    OneTimeCodes codes() {
        return codes;
    }

    Notices notices() {
        return notices;
    }

    void use(Application application, String code) {
        codes.use(OneTimeCodes.Purpose.RECEIPT, application.id(), code);
    }
}
