// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.obnova.demo.ca.Bearer;
import org.obnova.demo.ca.Capacity;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.holders.Capacities;

/** The wording of statement and receipt. What a person signs is this text and nothing else, so it names all that matters. */
final class DocumentTexts {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy 'г.'", Locale.of("ru", "RU"))
            .withZone(MOSCOW);

    private DocumentTexts() {}

    /** @param bearer what will stand in the certificate */
    static Document statement(Application application, Bearer bearer, Optional<IssuedCertificate> old, Instant now) {
        CertificateSubject subject = bearer.person();
        String text = lines(
                "ЗАЯВЛЕНИЕ",
                "на выдачу " + kind(application) + " ключа проверки электронной подписи",
                "",
                "В демонстрационный удостоверяющий центр «Обнова»",
                "(тестовый стенд: документ не имеет юридической силы)",
                "",
                old.map(certificate -> lines(
                                "Я, " + subject.commonName()
                                        + ", прошу создать и выдать мне сертификат взамен сертификата",
                                "с серийным номером " + serial(certificate) + ",",
                                "который действует до " + DATE.format(certificate.notAfter())))
                        .orElseGet(() -> "Я, " + subject.commonName() + ", прошу создать и выдать мне сертификат"),
                "",
                "Данные для сертификата",
                identity(bearer),
                "Электронная почта: " + (subject.email() == null ? "не указана" : subject.email()),
                "Алгоритм ключа: " + application.profile().title(),
                "",
                "С обработкой моих персональных данных для выдачи сертификата согласен (согласна).",
                "Данные проверены, сведения достоверны.",
                "",
                "Заявка: " + application.id(),
                "Дата: " + DATE.format(now));
        return new Document(Document.Kind.STATEMENT, "Заявление на выдачу сертификата", text, null);
    }

    static Document receipt(Application application, IssuedCertificate issued, Instant now) {
        String text = lines(
                "РАСПИСКА",
                "об ознакомлении с данными " + kind(application) + " ключа проверки электронной подписи",
                "",
                "Я, " + application.subject().commonName() + ", ознакомлен (ознакомлена) с данными сертификата,",
                "подтверждаю, что они верны, и получаю сертификат.",
                "",
                "Данные сертификата",
                "Серийный номер: " + serial(issued),
                identity(issued.bearer().orElseGet(() -> Bearer.of(application.subject()))),
                "Алгоритм ключа: " + application.profile().title(),
                "Действует: с " + DATE.format(issued.notBefore()) + " по " + DATE.format(issued.notAfter()),
                "Издатель: " + issuer(issued),
                "Отпечаток SHA-256: " + issued.sha256(),
                "",
                "Заявка: " + application.id(),
                "Дата: " + DATE.format(now));
        return new Document(Document.Kind.RECEIPT, "Расписка о получении сертификата", text, null);
    }

    private static String identity(Bearer bearer) {
        CertificateSubject person = bearer.person();
        return lines(
                "Фамилия: " + person.surname(),
                "Имя и отчество: " + person.givenName(),
                "Страна: " + person.country(),
                "СНИЛС: " + snils(person.snils()),
                "ИНН: " + person.inn() + capacity(bearer.capacity()));
    }

    /** Lines that follow the person's; none of a person for himself. */
    private static String capacity(Capacity capacity) {
        return switch (capacity) {
            case Capacity.Private nothing -> "";
            case Capacity.Business business -> "\nОГРНИП: " + business.ogrnip();
            case Capacity.ForOrganisation of ->
                "\nОрганизация: " + of.name()
                        + "\nОГРН: " + of.ogrn()
                        + "\nИНН организации: " + of.inn()
                        + "\nМесто нахождения: " + Capacities.address(of.place())
                        + (of.title() == null ? "" : "\nДолжность: " + of.title())
                        + (of.unit() == null ? "" : "\nПодразделение: " + of.unit());
        };
    }

    /** Only GOST certificates may be called qualified. */
    private static String kind(Application application) {
        return application.profile().qualified() ? "квалифицированного сертификата" : "сертификата";
    }

    private static String snils(String digits) {
        return digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6, 9) + " "
                + digits.substring(9);
    }

    private static String serial(IssuedCertificate issued) {
        return issued.certificate().getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }

    /** The name as it is; what writes whole distinguished names would escape its comma. */
    private static String issuer(IssuedCertificate issued) {
        ASN1Encodable name = issued.certificate()
                .getIssuer()
                .getRDNs(BCStyle.CN)[0]
                .getFirst()
                .getValue();
        return ((ASN1String) name).getString();
    }

    private static String lines(String... lines) {
        return Stream.of(lines).collect(Collectors.joining("\n"));
    }
}
