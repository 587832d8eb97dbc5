// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.store.Database;

/** Every certificate that the authorities issued. A key and an application have at most one. */
public final class CertificateRegister {
    private static final String COLUMNS =
            "SELECT sha256, der, authority, holder, application, replace, renewed_by, revoked, reason FROM certificate ";

    private final Database database;

    /** The register in that database. */
    public CertificateRegister(Database database) {
        this.database = database;
    }

    /** The certificate of that name (64 lowercase hex digits). */
    public Optional<IssuedCertificate> find(String sha256) {
        return one(COLUMNS + "WHERE sha256 = :value", sha256);
    }

    /** The certificate issued for that application. */
    public Optional<IssuedCertificate> ofApplication(String application) {
        return one(COLUMNS + "WHERE application = :value", application);
    }

    /** How the certificate of that number stands; nothing where the authority never issued one. */
    public Optional<Standing> standing(String authority, BigInteger serial) {
        return database.read(handle -> handle.createQuery(
                        "SELECT revoked, reason FROM certificate WHERE authority = :authority AND serial = :serial")
                .bind("authority", authority)
                .bind("serial", serial.toString(16))
                .map((row, context) -> {
                    long revoked = row.getLong("revoked");
                    boolean stands = row.wasNull();
                    return new Standing(stands ? null : Instant.ofEpochMilli(revoked), row.getInt("reason"));
                })
                .findOne());
    }

    /** All certificates of that holder, in no order. */
    public List<IssuedCertificate> ofHolder(String holder) {
        return database.read(handle -> handle.createQuery(COLUMNS + "WHERE holder = :holder")
                .bind("holder", holder)
                .map((row, context) -> read(row))
                .list());
    }

    /** Whether a certificate was issued for that key. */
    public boolean knowsKey(String keyId) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM certificate WHERE key_id = :key")
                        .bind("key", keyId)
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** Marks a certificate for unplanned replacement. */
    public void markForReplacement(String sha256) {
        database.update(handle -> handle.createUpdate("UPDATE certificate SET replace = 1 WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .execute());
    }

    /** Notes that another certificate took its place: it is not offered for renewal any more. */
    public void markRenewed(String sha256, String by) {
        database.update(handle -> handle.createUpdate("UPDATE certificate SET renewed_by = :by WHERE sha256 = :sha256")
                .bind("by", by)
                .bind("sha256", sha256)
                .execute());
    }

    /** As {@link #markRenewed}, where no other took its place before; false where one did. */
    public boolean markRenewedOnce(String sha256, String by) {
        return database.write(handle -> handle.createUpdate(
                                "UPDATE certificate SET renewed_by = :by WHERE sha256 = :sha256 AND renewed_by IS NULL")
                        .bind("by", by)
                        .bind("sha256", sha256)
                        .execute()
                == 1);
    }

    /** Parts a certificate from its application, which may have another one issued then. */
    public void release(String sha256) {
        database.update(
                handle -> handle.createUpdate("UPDATE certificate SET application = NULL WHERE sha256 = :sha256")
                        .bind("sha256", sha256)
                        .execute());
    }

    /** Notes when the certificates end that were registered before this was kept beside them. */
    void noteEnds() {
        for (List<IssuedCertificate> some = withoutEnd(); !some.isEmpty(); some = withoutEnd()) {
            List<IssuedCertificate> batch = some;
            database.update(handle -> batch.forEach(
                    issued -> handle.createUpdate("UPDATE certificate SET not_after = :end WHERE sha256 = :sha256")
                            .bind("end", issued.notAfter().toEpochMilli())
                            .bind("sha256", issued.sha256())
                            .execute()));
        }
    }

    private List<IssuedCertificate> withoutEnd() {
        return database.read(handle -> handle.createQuery(COLUMNS + "WHERE not_after IS NULL LIMIT 1000")
                .map((row, context) -> read(row))
                .list());
    }

    /** Adds a certificate; the unique constraints refuse a second one of a key or an application. */
    void add(IssuedCertificate issued, String keyId) {
        database.update(handle -> insert(handle, issued, keyId));
    }

    private static void insert(Handle handle, IssuedCertificate issued, String keyId) {
        handle.createUpdate("""
                        INSERT INTO certificate (sha256, der, authority, serial, key_id, holder, application, replace, not_after)
                        VALUES (:sha256, :der, :authority, :serial, :key, :holder, :application, :replace, :end)
                        """)
                .bind("sha256", issued.sha256())
                .bind("der", encoded(issued.certificate()))
                .bind("authority", issued.authority())
                .bind("serial", issued.certificate().getSerialNumber().toString(16))
                .bind("key", keyId)
                .bind("holder", issued.holder())
                .bind("application", issued.application())
                .bind("replace", issued.replace())
                .bind("end", issued.notAfter().toEpochMilli())
                .execute();
    }

    private Optional<IssuedCertificate> one(String sql, String value) {
        return database.read(handle -> handle.createQuery(sql)
                .bind("value", value)
                .map((row, context) -> read(row))
                .findOne());
    }

    private static IssuedCertificate read(ResultSet row) throws SQLException {
        try {
            long revoked = row.getLong("revoked");
            @Nullable Instant since = row.wasNull() ? null : Instant.ofEpochMilli(revoked);
            return new IssuedCertificate(
                    row.getString("sha256"),
                    new X509CertificateHolder(row.getBytes("der")),
                    row.getString("authority"),
                    row.getString("holder"),
                    row.getString("application"),
                    row.getBoolean("replace"),
                    row.getString("renewed_by"),
                    since,
                    since != null && row.getInt("reason") == RevocationRegister.CERTIFICATE_HOLD);
        } catch (IOException e) {
            throw new UncheckedIOException("a certificate of the register does not decode", e);
        }
    }

    /** SHA-256 of the DER, 64 lowercase hex digits. */
    static String sha256(X509CertificateHolder certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("a certificate that does not encode", e);
        }
    }
}
