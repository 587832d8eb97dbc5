// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obnova.demo.store.Database;

/** What is revoked, suspended or valid again, and the lists that say so. */
final class RevocationRegister {
    /** CRLReason of RFC 5280 section 5.3.1. */
    static final int CERTIFICATE_HOLD = 6;

    /** CRLReason of RFC 5280 section 5.3.1, in delta lists alone. */
    static final int REMOVE_FROM_LIST = 8;

    /** In the transaction of the change: the next list has a higher number, and tells of it. */
    private static final String AFTER =
            "changed_after = (SELECT coalesce(max(l.number), 0) FROM revocation_list l WHERE l.authority = certificate.authority)";

    private final Database database;

    RevocationRegister(Database database) {
        this.database = database;
    }

    /**
     * An entry of a list.
     *
     * @param reason CRLReason of RFC 5280 section 5.3.1
     */
    record Entry(BigInteger serial, Instant at, int reason) {}

    /** A list that was signed. */
    static final class Signed {
        private final long number;
        private final Instant made;
        private final byte[] der;

        Signed(long number, Instant made, byte[] der) {
            this.number = number;
            this.made = made;
            this.der = der.clone();
        }

        long number() {
            return number;
        }

        Instant made() {
            return made;
        }

        byte[] der() {
            return der.clone();
        }
    }

    /** Revokes what is valid or suspended; false where it is revoked already. */
    boolean revoke(String sha256, Instant at, int reason) {
        return database.write(handle -> handle.createUpdate("UPDATE certificate SET revoked = :at, reason = :reason, "
                                + AFTER + " WHERE sha256 = :sha256 AND (revoked IS NULL OR reason = :hold)")
                        .bind("at", at.toEpochMilli())
                        .bind("reason", reason)
                        .bind("hold", CERTIFICATE_HOLD)
                        .bind("sha256", sha256)
                        .execute()
                > 0);
    }

    /** Suspends what is valid; false where it is not. */
    boolean suspend(String sha256, Instant at) {
        return database.write(
                handle -> handle.createUpdate("UPDATE certificate SET revoked = :at, reason = :hold, resumed = NULL, "
                                        + AFTER + " WHERE sha256 = :sha256 AND revoked IS NULL")
                                .bind("at", at.toEpochMilli())
                                .bind("hold", CERTIFICATE_HOLD)
                                .bind("sha256", sha256)
                                .execute()
                        > 0);
    }

    /** Makes valid again what is suspended; false where it is not. */
    boolean resume(String sha256, Instant at) {
        return database.write(
                handle -> handle.createUpdate("UPDATE certificate SET revoked = NULL, reason = NULL, resumed = :at, "
                                        + AFTER + " WHERE sha256 = :sha256 AND revoked IS NOT NULL AND reason = :hold")
                                .bind("at", at.toEpochMilli())
                                .bind("hold", CERTIFICATE_HOLD)
                                .bind("sha256", sha256)
                                .execute()
                        > 0);
    }

    /** What an authority revoked or suspended. */
    List<Entry> revoked(String authority) {
        return database.read(handle -> handle.createQuery("SELECT serial, revoked AS at, reason FROM certificate"
                        + " WHERE authority = :authority AND revoked IS NOT NULL ORDER BY revoked, serial")
                .bind("authority", authority)
                .map((row, context) -> new Entry(
                        new BigInteger(row.getString("serial"), 16),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getInt("reason")))
                .list());
    }

    /** What changed with an authority's certificates after that list; who is valid again is to be removed from the list. */
    List<Entry> changed(String authority, Signed list) {
        return database.read(handle -> handle.createQuery("""
                        SELECT serial, coalesce(revoked, resumed) AS at, coalesce(reason, :remove) AS reason FROM certificate
                        WHERE authority = :authority AND (revoked IS NOT NULL OR resumed IS NOT NULL)
                          AND (changed_after >= :number OR changed_after IS NULL AND coalesce(revoked, resumed) >= :since)
                        ORDER BY at, serial
                        """)
                .bind("authority", authority)
                .bind("number", list.number())
                .bind("since", list.made().toEpochMilli())
                .bind("remove", REMOVE_FROM_LIST)
                .map((row, context) -> new Entry(
                        new BigInteger(row.getString("serial"), 16),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getInt("reason")))
                .list());
    }

    /** The next number of an authority's lists, complete and delta ones alike. */
    long nextNumber(String authority) {
        return database.write(handle -> handle.createQuery(
                        "INSERT INTO revocation_list (authority, number) VALUES (:authority, 1)"
                                + " ON CONFLICT (authority) DO UPDATE SET number = revocation_list.number + 1 RETURNING number")
                .bind("authority", authority)
                .mapTo(Long.class)
                .one());
    }

    void keep(String authority, boolean delta, Signed list) {
        database.update(
                handle -> handle.createUpdate("INSERT INTO signed_list (authority, number, delta, made, stale, der)"
                                + " VALUES (:authority, :number, :delta, :made, 0, :der)")
                        .bind("authority", authority)
                        .bind("number", list.number())
                        .bind("delta", delta ? 1 : 0)
                        .bind("made", list.made().toEpochMilli())
                        .bind("der", list.der())
                        .execute());
    }

    /** The last list, where nothing has changed since. */
    Optional<Signed> last(String authority, boolean delta) {
        return one(
                "SELECT number, made, der FROM signed_list WHERE authority = :authority AND delta = :delta AND stale = 0"
                        + " AND made >= :from ORDER BY number DESC LIMIT 1",
                authority,
                delta,
                Instant.EPOCH);
    }

    /** The earliest complete list made from that moment on. */
    Optional<Signed> earliest(String authority, Instant from) {
        return one(
                "SELECT number, made, der FROM signed_list WHERE authority = :authority AND delta = :delta AND made >= :from"
                        + " ORDER BY number LIMIT 1",
                authority,
                false,
                from);
    }

    /** Says that the last lists tell no more how it is. */
    void outdate(String authority) {
        database.update(handle -> handle.createUpdate("UPDATE signed_list SET stale = 1 WHERE authority = :authority")
                .bind("authority", authority)
                .execute());
    }

    /** Forgets the lists that nobody may use any more; the audit log keeps their digests. */
    void forget(String authority, Instant before) {
        database.update(
                handle -> handle.createUpdate("DELETE FROM signed_list WHERE authority = :authority AND made < :before")
                        .bind("authority", authority)
                        .bind("before", before.toEpochMilli())
                        .execute());
    }

    private Optional<Signed> one(String sql, String authority, boolean delta, Instant from) {
        return database.read(handle -> handle.createQuery(sql)
                .bind("authority", authority)
                .bind("delta", delta ? 1 : 0)
                .bind("from", from.toEpochMilli())
                .map((row, context) -> new Signed(
                        row.getLong("number"), Instant.ofEpochMilli(row.getLong("made")), row.getBytes("der")))
                .findOne());
    }
}
