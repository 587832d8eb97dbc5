// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.security.SecureRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Login codes by call and SMS. */
public final class PhoneLoginCodes implements LoginCodes {
    private final OneTimeCodes codes;
    private final CodeDelivery delivery;
    private final Predicate<Phone> registered;
    private final Supplier<Message.Kind> first;

    /**
     * Codes for the people that are registered.
     *
     * @param registered whether a phone belongs to somebody: only then a message goes out
     * @param first how the first code comes, by the regime
     */
    public PhoneLoginCodes(
            OneTimeCodes codes,
            Notices notices,
            Predicate<Phone> registered,
            Supplier<Message.Kind> first,
            SecureRandom random) {
        this.codes = codes;
        this.delivery = new CodeDelivery(notices, random);
        this.registered = registered;
        this.first = first;
    }

    @Override
    public CodeSent send(Phone phone) {
        OneTimeCodes.Made made = codes.make(OneTimeCodes.Purpose.LOGIN, phone.e164(), first.get());
        if (registered.test(phone)) {
            delivery.bring(phone, made, "Код для входа в личный кабинет");
        }
        return made.sent();
    }

    @Override
    public void use(Phone phone, String code) {
        codes.use(OneTimeCodes.Purpose.LOGIN, phone.e164(), code);
    }
}
