// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.store.Database;

/** The accounts' rows. */
final class AccountRepository {
    private static final String COLUMNS = "SELECT id, holder, email, password, generation FROM account ";

    private final Database database;

    AccountRepository(Database database) {
        this.database = database;
    }

    /** One row, without its phones. */
    record Row(
            String id,
            @Nullable String holder,
            @Nullable String email,
            @Nullable String password,
            int generation) {
        /** Without the hash. */
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    void insert(String id, @Nullable String holder) {
        database.update(
                handle -> handle.createUpdate("INSERT INTO account (id, holder, generation) VALUES (:id, :holder, 0)")
                        .bind("id", id)
                        .bind("holder", holder)
                        .execute());
    }

    void delete(String id) {
        database.update(handle -> handle.createUpdate("DELETE FROM account WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    Optional<Row> byId(String id) {
        return find("WHERE id = :key", id);
    }

    Optional<Row> byHolder(String holder) {
        return find("WHERE holder = :key", holder);
    }

    Optional<Row> byEmail(String email) {
        return find("WHERE email = :key", email);
    }

    Optional<Row> byPhone(Phone phone) {
        return find(
                "WHERE id = (SELECT account FROM account_phone WHERE phone = :key AND removed IS NULL)", phone.e164());
    }

    List<Phone> phones(String id) {
        return database.read(handle -> handle.createQuery(
                        "SELECT phone FROM account_phone WHERE account = :id AND removed IS NULL ORDER BY added, phone")
                .bind("id", id)
                .map((row, context) -> new Phone(row.getString("phone")))
                .list());
    }

    /** Those of {@link #phones} that bring the holders whom the service centre bound to them. */
    List<Phone> serving(String id) {
        return database.read(handle -> handle.createQuery("""
                        SELECT phone FROM account_phone WHERE account = :id AND removed IS NULL AND inherited = 0 ORDER BY added, phone
                        """)
                .bind("id", id)
                .map((row, context) -> new Phone(row.getString("phone")))
                .list());
    }

    /**
     * Gives the phone to that account, whoever had it. One that another account removed is inherited for good: numbers are sold again, and the code proves
     * only who has it today.
     */
    void givePhone(String id, Phone phone, Instant now) {
        database.update(handle -> handle.createUpdate("""
                        INSERT INTO account_phone (phone, account, added) VALUES (:phone, :id, :now)
                        ON CONFLICT (phone) DO UPDATE SET account = excluded.account, added = excluded.added, removed = NULL,
                          inherited = CASE WHEN account_phone.removed IS NOT NULL AND account_phone.account <> excluded.account
                            THEN 1 ELSE account_phone.inherited END
                        """)
                .bind("phone", phone.e164())
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Leaves a mark: whoever has the number later must not get in by what the service centre once bound to it. */
    void removePhone(String id, Phone phone, Instant now) {
        database.update(handle -> handle.createUpdate(
                        "UPDATE account_phone SET removed = :now WHERE phone = :phone AND account = :id")
                .bind("phone", phone.e164())
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Whether its owner removed it, and nobody has proven it since. */
    boolean isRemoved(Phone phone) {
        return database.read(
                handle -> handle.createQuery("SELECT 1 FROM account_phone WHERE phone = :phone AND removed IS NOT NULL")
                        .bind("phone", phone.e164())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /** Whether any phone leads or led to the account. */
    boolean hadPhones(String id) {
        return database.read(handle -> handle.createQuery("SELECT 1 FROM account_phone WHERE account = :id LIMIT 1")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    void password(String id, String email, String hash) {
        database.update(
                handle -> handle.createUpdate("UPDATE account SET email = :email, password = :hash WHERE id = :id")
                        .bind("id", id)
                        .bind("email", email)
                        .bind("hash", hash)
                        .execute());
    }

    void nextGeneration(String id) {
        database.update(handle -> handle.createUpdate("UPDATE account SET generation = generation + 1 WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    private Optional<Row> find(String where, String key) {
        return database.read(handle -> handle.createQuery(COLUMNS + where)
                .bind("key", key)
                .map((row, context) -> new Row(
                        row.getString("id"),
                        row.getString("holder"),
                        row.getString("email"),
                        row.getString("password"),
                        row.getInt("generation")))
                .findOne());
    }
}
