// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.holders.PersonalData;
import org.obnova.demo.holders.RenewalState;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.notifications.Phone;

/** Two holders with certificates of every age. The certificates are not signed: no page looks at that. */
final class PreparedPeople implements Holders, PersonalData {
    static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    static final Phone PHONE = new Phone("+79000000001");
    static final Holder ANNA = new Holder(
            "anna",
            new CertificateSubject(
                    "Артёмова Анна Ильинична",
                    "Артёмова",
                    "Анна Ильинична",
                    "RU",
                    "11223344595",
                    "500100732259",
                    "anna@example.ru"),
            PHONE,
            CertificateUse.GENERAL,
            HolderKind.EMPLOYEE);
    /** Who needs a medium that the customs accept. */
    static final Holder DECLARANT = new Holder(
            "declarant",
            new CertificateSubject(
                    "Соловьёва Фёкла Игоревна",
                    "Соловьёва",
                    "Фёкла Игоревна",
                    "RU",
                    "12345678964",
                    "770000000300",
                    "soloveva@example.ru"),
            PHONE,
            CertificateUse.CUSTOMS,
            HolderKind.NATURAL_PERSON);
    /** A name that would be markup if a page forgot to escape it. */
    static final Holder HOSTILE = new Holder(
            "hostile",
            new CertificateSubject(
                    "<script>alert(1)</script> \"'&amp;", "<b>", "</title>", "RU", "11223344595", "500100732259", null),
            new Phone("+79000000002"),
            CertificateUse.GENERAL,
            HolderKind.HEAD);

    private static final List<Holder> PEOPLE = List.of(ANNA, DECLARANT, HOSTILE);

    static final String DUE = "a1".repeat(32);
    static final String FRESH = "a2".repeat(32);
    static final String EXPIRED = "a3".repeat(32);
    static final String REVOKED = "a4".repeat(32);
    static final String MARKED = "a5".repeat(32);
    static final String FOREIGN = "a6".repeat(32);
    static final String OF_DECLARANT = "d1".repeat(32);
    static final String OF_HOSTILE = "b1".repeat(32);

    private final List<HolderCertificate> held = new ArrayList<>(List.of(
            certificate(ANNA, DUE, 27, RenewalState.DUE, null),
            certificate(ANNA, FRESH, 301, RenewalState.NONE, null),
            certificate(ANNA, MARKED, 144, RenewalState.REPLACE, null),
            certificate(ANNA, FOREIGN, 12, RenewalState.NONE, null),
            certificate(ANNA, EXPIRED, -40, RenewalState.EXPIRED, null),
            certificate(ANNA, REVOKED, 100, RenewalState.NONE, NOW.minus(Duration.ofDays(3))),
            certificate(DECLARANT, OF_DECLARANT, 21, RenewalState.DUE, null),
            certificate(HOSTILE, OF_HOSTILE, 59, RenewalState.DUE, null)));

    static HolderCertificate certificate(
            Holder holder, String sha256, int daysLeft, RenewalState state, @Nullable Instant revoked) {
        Instant until = NOW.plus(Duration.ofDays(daysLeft)).plus(Duration.ofHours(3));
        IssuedCertificate issued = new IssuedCertificate(
                sha256,
                x509(until.minus(Duration.ofDays(365)), until),
                "gost256",
                holder.id(),
                null,
                state == RenewalState.REPLACE,
                null,
                revoked,
                false);
        LocalDate startBy = LocalDate.ofInstant(until.minus(Duration.ofDays(1)), ZoneId.of("Europe/Moscow"));
        return new HolderCertificate(issued, state, Math.max(0, daysLeft), startBy);
    }

    /** The holder of that id. */
    static Holder holder(String id) {
        return Stream.of(ANNA, DECLARANT, HOSTILE)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A form that is complete, but for whoever is hostile. */
    static PersonForm form(Holder holder) {
        String[] given = holder.subject().givenName().split(" ", 2);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("surname", holder.subject().surname());
        fields.put("givenName", given[0]);
        fields.put("patronymic", given.length > 1 ? given[1] : "");
        fields.put("documentKind", "passport");
        fields.put("series", "4512");
        fields.put("number", "345678");
        fields.put("departmentCode", "770-001");
        fields.put("issued", "2012-04-03");
        fields.put("birthDate", "1984-03-14");
        fields.put("birthPlace", "г. Москва");
        fields.put("sex", "female");
        fields.put("snils", holder.subject().snils());
        fields.put("inn", holder.subject().inn());
        fields.put(
                "email",
                holder.subject().email() == null ? "" : holder.subject().email());
        return new PersonForm(fields);
    }

    @Override
    public Optional<PersonForm> personOf(String holder) {
        return Optional.of(form(holder(holder)));
    }

    @Override
    public Optional<Organisation> organisationOf(String holder) {
        return Optional.empty();
    }

    @Override
    public void keep(String holder, PersonForm person) {
        throw new UnsupportedOperationException("nobody here is kept");
    }

    void add(HolderCertificate certificate) {
        held.add(0, certificate);
    }

    @Override
    public List<Holder> byPhone(Phone phone) {
        return PEOPLE.stream().filter(holder -> holder.phone().equals(phone)).toList();
    }

    @Override
    public Optional<Holder> byId(String id) {
        return PEOPLE.stream().filter(holder -> holder.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Holder> byCertificate(String sha256) {
        return certificate(sha256).flatMap(found -> byId(found.issued().holder()));
    }

    @Override
    public List<Holder> first(int most) {
        return PEOPLE.subList(0, Math.min(most, PEOPLE.size()));
    }

    @Override
    public List<HolderCertificate> certificates(Holder holder) {
        return held.stream()
                .filter(one -> one.issued().holder().equals(holder.id()))
                .toList();
    }

    @Override
    public Optional<HolderCertificate> certificate(String sha256) {
        return held.stream().filter(one -> one.issued().sha256().equals(sha256)).findFirst();
    }

    static X509CertificateHolder x509(Instant from, Instant until) {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        X500Name name = new X500Name("CN=Test");
        return new X509v3CertificateBuilder(
                        name,
                        new BigInteger("5c1d9f0a77e23b41", 16),
                        Date.from(from),
                        Date.from(until),
                        name,
                        new SubjectPublicKeyInfo(algorithm, new byte[] {1}))
                .build(new Unsigned(algorithm));
    }

    private record Unsigned(AlgorithmIdentifier algorithm) implements ContentSigner {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public java.io.OutputStream getOutputStream() {
            return java.io.OutputStream.nullOutputStream();
        }

        @Override
        public byte[] getSignature() {
            return new byte[] {0};
        }
    }
}
