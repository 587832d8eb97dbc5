// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CertificateRegister;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.identity.FormJson;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.identity.Snils;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.store.Database;

/** The holders in the database. */
public final class HolderDirectory implements Holders, PersonalData, PeopleSearch {
    private static final String COLUMNS =
            "SELECT holder.id, common_name, surname, given_name, country, snils, inn, email,"
                    + " holder.phone, certificate_use, kind FROM holder ";

    private final Database database;
    private final CertificateRegister register;
    private final InstantSource clock;
    private final boolean headsServed;

    /**
     * @param clock the CA's: days left are counted by it
     * @param headsServed whether heads of organisations and sole proprietors renew here; else the tax service issues their certificates
     */
    public HolderDirectory(Database database, CertificateRegister register, InstantSource clock, boolean headsServed) {
        this.headsServed = headsServed;
        this.database = database;
        this.register = register;
        this.clock = clock;
    }

    /** Adds a holder, bound to the own phone; the order of adding is the order of {@link #first}. */
    void add(Holder holder) {
        CertificateSubject subject = holder.subject();
        database.update(handle -> {
            handle.createUpdate("""
                            INSERT INTO holder (id, ordinal, common_name, surname, given_name, country, snils, inn, email, phone,
                              certificate_use, kind)
                            VALUES (:id, (SELECT coalesce(max(ordinal), 0) + 1 FROM holder),
                                    :name, :surname, :given, :country, :snils, :inn, :email, :phone, :use, :kind)
                            """)
                    .bind("id", holder.id())
                    .bind("name", subject.commonName())
                    .bind("surname", subject.surname())
                    .bind("given", subject.givenName())
                    .bind("country", subject.country())
                    .bind("snils", subject.snils())
                    .bind("inn", subject.inn())
                    .bind("email", subject.email())
                    .bind("phone", holder.phone().e164())
                    .bind("use", holder.use().name())
                    .bind("kind", holder.kind().name())
                    .execute();
            bind(holder.phone(), holder);
        });
    }

    /** Adds what the service centre knows of a holder besides. */
    void describe(Holder holder, PersonForm person) {
        database.update(handle -> handle.createUpdate("UPDATE holder SET person = :person WHERE id = :id")
                .bind("person", FormJson.write(person))
                .bind("id", holder.id())
                .execute());
    }

    /** Says for whom a holder works; for nobody where it is null. */
    void employ(Holder holder, @Nullable Organisation organisation) {
        database.update(handle -> handle.createUpdate(
                        "UPDATE holder SET organisation = :organisation, employer = :employer WHERE id = :id")
                .bind("organisation", organisation == null ? null : FormJson.write(organisation))
                .bind(
                        "employer",
                        organisation == null ? null : organisation.inn().digits())
                .bind("id", holder.id())
                .execute());
    }

    @Override
    public Optional<PersonForm> personOf(String holder) {
        return column("SELECT person FROM holder WHERE id = :id AND person IS NOT NULL", holder)
                .map(FormJson::form);
    }

    @Override
    public Optional<Organisation> organisationOf(String holder) {
        return column("SELECT organisation FROM holder WHERE id = :id AND organisation IS NOT NULL", holder)
                .map(FormJson::organisation);
    }

    @Override
    public void keep(String holder, PersonForm person) {
        PersonName name = person.name();
        database.update(handle -> handle.createUpdate(
                        "UPDATE holder SET person = :person, common_name = :name, surname = :surname,"
                                + " given_name = :given, snils = :snils, inn = :inn, email = :email WHERE id = :id")
                .bind("person", FormJson.write(person))
                .bind("name", name.full())
                .bind("surname", name.surname())
                .bind("given", name.givenNames())
                .bind("snils", Snils.parse(person.get("snils")).digits())
                .bind("inn", Inn.parse(person.get("inn")).digits())
                .bind("email", person.get("email").isEmpty() ? null : person.get("email"))
                .bind("id", holder)
                .execute());
    }

    private Optional<String> column(String query, String holder) {
        return database.read(handle ->
                handle.createQuery(query).bind("id", holder).mapTo(String.class).findOne());
    }

    /** Lets a phone act for a holder. */
    void bind(Phone phone, Holder holder) {
        database.update(
                handle -> handle.createUpdate("INSERT INTO phone_binding (phone, holder) VALUES (:phone, :holder)")
                        .bind("phone", phone.e164())
                        .bind("holder", holder.id())
                        .execute());
    }

    @Override
    public List<Holder> byPhone(Phone phone) {
        return database.read(handle -> handle.createQuery(COLUMNS + "JOIN phone_binding b ON b.holder = holder.id"
                        + " WHERE b.phone = :phone ORDER BY holder.phone <> b.phone, ordinal")
                .bind("phone", phone.e164())
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<Holder> byId(String id) {
        return database.read(handle -> handle.createQuery(COLUMNS + "WHERE holder.id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<Holder> byCertificate(String sha256) {
        return register.find(sha256).flatMap(issued -> byId(issued.holder()));
    }

    @Override
    public List<Holder> first(int most) {
        return database.read(handle -> handle.createQuery(COLUMNS + "ORDER BY ordinal LIMIT :most")
                .bind("most", most)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<Holder> find(String asked, @Nullable String employer) {
        String text = asked.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> handle.createQuery(COLUMNS + "WHERE (snils = :digits OR inn = :digits"
                        + " OR surname = :surname) AND (employer = :employer OR :all = 1) ORDER BY ordinal LIMIT 20")
                .bind("digits", text.replaceAll("[\\s-]", ""))
                .bind("surname", text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1))
                .bind("employer", employer)
                .bind("all", employer == null ? 1 : 0)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<HolderCertificate> certificates(Holder holder) {
        Instant now = clock.instant();
        return register.ofHolder(holder.id()).stream()
                .sorted(Comparator.comparing(IssuedCertificate::notAfter).reversed())
                .map(issued -> judged(issued, holder, now))
                .toList();
    }

    @Override
    public Optional<HolderCertificate> certificate(String sha256) {
        return register.find(sha256)
                .map(issued -> judged(issued, byId(issued.holder()).orElseThrow(), clock.instant()));
    }

    private HolderCertificate judged(IssuedCertificate issued, Holder holder, Instant now) {
        HolderCertificate judged = RenewalRule.judge(issued, now);
        return headsServed || holder.kind().servedEverywhere()
                ? judged
                : new HolderCertificate(issued, RenewalState.NONE, judged.daysLeft(), judged.startBy());
    }

    private static Holder read(ResultSet row) throws SQLException {
        CertificateSubject subject = new CertificateSubject(
                row.getString("common_name"),
                row.getString("surname"),
                row.getString("given_name"),
                row.getString("country"),
                row.getString("snils"),
                row.getString("inn"),
                row.getString("email"));
        return new Holder(
                row.getString("id"),
                subject,
                new Phone(row.getString("phone")),
                CertificateUse.valueOf(row.getString("certificate_use")),
                HolderKind.valueOf(row.getString("kind")));
    }
}
