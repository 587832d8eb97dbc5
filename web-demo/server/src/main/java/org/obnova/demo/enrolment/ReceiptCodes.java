// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.DemoInbox;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.OneTimeCodes;

/** Codes that confirm a receipt, by SMS to the phone of the application (S22). */
public final class ReceiptCodes {
    private final OneTimeCodes codes;
    private final DemoInbox inbox;

    /** Codes whose messages land in that inbox. */
    public ReceiptCodes(OneTimeCodes codes, DemoInbox inbox) {
        this.codes = codes;
        this.inbox = inbox;
    }

    CodeSent send(Application application) {
        OneTimeCodes.Made made = codes.make(OneTimeCodes.Purpose.RECEIPT, application.id(), Message.Kind.SMS);
        inbox.sms(application.phone(), "Код для подтверждения расписки: " + made.code() + ". Никому его не сообщайте.");
        return made.sent();
    }

    void use(Application application, String code) {
        codes.use(OneTimeCodes.Purpose.RECEIPT, application.id(), code);
    }
}
