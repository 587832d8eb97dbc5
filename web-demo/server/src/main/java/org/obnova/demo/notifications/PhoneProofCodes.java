// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Codes by call and SMS for phones that are added to a profile. */
public final class PhoneProofCodes implements PhoneCodes {
    private final OneTimeCodes codes;
    private final CodeDelivery delivery;
    private final Supplier<Message.Kind> first;

    /** @param first how the first code comes, by the regime */
    public PhoneProofCodes(OneTimeCodes codes, Notices notices, Supplier<Message.Kind> first, SecureRandom random) {
        this.codes = codes;
        this.delivery = new CodeDelivery(notices, random);
        this.first = first;
    }

    @Override
    public CodeSent send(String account, Phone phone) {
        OneTimeCodes.Made made = codes.make(OneTimeCodes.Purpose.PHONE, target(account, phone), first.get());
        delivery.bring(phone, made, "Код, чтобы добавить номер в профиль личного кабинета");
        return made.sent();
    }

    @Override
    public void use(String account, Phone phone, String code) {
        codes.use(OneTimeCodes.Purpose.PHONE, target(account, phone), code);
    }

    private static String target(String account, Phone phone) {
        return account + " " + phone.e164();
    }
}
