// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.security.SecureRandom;
import java.util.function.Predicate;

/** Login codes by call and SMS. */
public final class PhoneLoginCodes implements LoginCodes {
    private static final int MIDDLE = 100;
    private static final int MIDDLE_RANGE = 900;

    private final OneTimeCodes codes;
    private final DemoInbox inbox;
    private final Predicate<Phone> registered;
    private final SecureRandom random;

    /**
     * Codes for the people that are registered.
     *
     * @param registered whether a phone belongs to somebody: only then a message goes out
     */
    public PhoneLoginCodes(OneTimeCodes codes, DemoInbox inbox, Predicate<Phone> registered, SecureRandom random) {
        this.codes = codes;
        this.inbox = inbox;
        this.registered = registered;
        this.random = random;
    }

    @Override
    public CodeSent send(Phone phone) {
        OneTimeCodes.Made made = codes.make(OneTimeCodes.Purpose.LOGIN, phone.e164(), Message.Kind.CALL);
        if (registered.test(phone)) {
            deliver(phone, made);
        }
        return made.sent();
    }

    @Override
    public void use(Phone phone, String code) {
        codes.use(OneTimeCodes.Purpose.LOGIN, phone.e164(), code);
    }

    private void deliver(Phone phone, OneTimeCodes.Made made) {
        if (made.sent().kind() == Message.Kind.CALL) {
            Phone caller = new Phone("+7499" + (MIDDLE + random.nextInt(MIDDLE_RANGE)) + made.code());
            inbox.call(phone, caller, "Входящий звонок. Код для входа: последние 4 цифры номера.");
        } else {
            inbox.sms(phone, "Код для входа в личный кабинет: " + made.code() + ". Никому его не сообщайте.");
        }
    }
}
