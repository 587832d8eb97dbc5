// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import org.obnova.demo.enrolment.Application;
import org.obnova.demo.notifications.Notices;

/** What holders are told of the review, by SMS and e-mail; without names and numbers of theirs. */
final class CaseNotices {
    private final Notices notices;

    CaseNotices(Notices notices) {
        this.notices = notices;
    }

    void approved(Application application, boolean visit) {
        tell(
                application,
                "Заявка одобрена",
                visit
                        ? "Заявка на сертификат одобрена. Придите лично с оригиналами документов и подтвердите личность: адрес в личном кабинете."
                        : "Заявка на сертификат одобрена: сертификат готов к выпуску. Войдите в личный кабинет и выпустите его.");
    }

    void rejected(Application application) {
        tell(
                application,
                "К заявке есть замечания",
                "К документам заявки на сертификат есть замечания. Войдите в личный кабинет, прочитайте комментарий и загрузите исправленный документ.");
    }

    void identified(Application application) {
        tell(
                application,
                "Сертификат готов к выпуску",
                "Личность подтверждена: сертификат готов к выпуску. Войдите в личный кабинет и выпустите его.");
    }

    void billed(Application application) {
        tell(
                application,
                "Оплатите счет",
                "За сертификат по вашей заявке выставлен счет. Оплатите его: до оплаты сертификат не выпускается. Вопросы — в сервисный центр.");
    }

    void paid(Application application) {
        tell(application, "Счет оплачен", "Счет за сертификат по вашей заявке оплачен. Продолжите в личном кабинете.");
    }

    void created(Application application) {
        tell(
                application,
                "Создана заявка на сертификат",
                "Сервисный центр создал для вас заявку на сертификат. Войдите в личный кабинет и заполните ее.");
    }

    private void tell(Application application, String subject, String text) {
        notices.sms(application.phone(), text);
        String address = application.email();
        if (address != null) {
            notices.email(address, subject, text);
        }
    }
}
