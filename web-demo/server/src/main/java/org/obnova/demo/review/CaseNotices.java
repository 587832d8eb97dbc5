// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.notifications.Notices;

/** What holders are told of the review, by SMS and e-mail; without names and numbers of theirs. */
final class CaseNotices {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

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

    void courierBought(Application application) {
        tell(
                application,
                "Выезд курьера оплачен",
                "Выезд курьера по заявке на сертификат оплачен. Укажите в личном кабинете адрес и время, когда отправите заявку.");
    }

    /** At each of its stages from the order on. */
    void courier(Application application, CourierVisit visit) {
        CourierOrder order = Objects.requireNonNull(visit.order());
        String when = DAY.format(order.day()) + ", " + order.hours().shown();
        switch (visit.stage()) {
            case BOUGHT, ORDERED ->
                tell(
                        application,
                        "Заявка одобрена",
                        "Заявка на сертификат одобрена. Курьер приедет " + when
                                + ": подготовьте паспорт и оригиналы документов.");
            case ON_THE_WAY ->
                tell(
                        application,
                        "Курьер выехал",
                        "Курьер едет к вам: " + when + ". Подготовьте паспорт и оригиналы документов.");
            case MISSED ->
                tell(
                        application,
                        "Курьер вас не застал",
                        "Курьер вас не застал. Выберите в личном кабинете другое время; оплачивать выезд снова не нужно.");
        }
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
