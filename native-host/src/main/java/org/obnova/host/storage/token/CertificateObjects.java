// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Holder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Found;
import org.obnova.host.task.Language;

/** Writes certificates as public objects (PKCS #11 v3.1 section 4.6); those that are there already stay as they are. */
final class CertificateObjects {
    private final TokenStorage storage;
    private final Stay stay;

    CertificateObjects(TokenStorage storage, Stay stay) {
        this.storage = storage;
        this.stay = stay;
    }

    /**
     * Writes the certificate with the key's CKA_ID, reads it back, and adds its issuers where there is room: programs that build the chain find them
     * there, but the certificate counts without them.
     *
     * @param full leaf first
     */
    void write(byte[] ckaId, List<X509CertificateHolder> full, Language language) {
        X509CertificateHolder leaf = full.getFirst();
        if (!isThere(leaf, StoredCertificate.hex(ckaId))) {
            create(ckaId, leaf, label(leaf, language), Cka.TOKEN_USER);
            if (!isThere(leaf, StoredCertificate.hex(ckaId))) {
                throw new Fault(ErrorCode.TOKEN_FAILED, "the certificate is not on the token after it was written");
            }
        }
        try {
            writeIssuers(full.subList(1, full.size()));
        } catch (Fault e) {
            if (!isRefusal(e)) {
                throw e; // The next call would fail as well, and its error would not name the cause.
            }
            storage.room().log().failed("issuers on token", e);
        }
    }

    /** Takes away the certificates of that CKA_ID, whose key is not there. */
    void takeAway(byte[] ckaId) {
        List<Attribute> template = List.of(Attribute.of(Cka.CLASS, Cka.CERTIFICATE), Attribute.of(Cka.ID, ckaId));
        for (Found each : stay.find(template, List.of(Cka.ID))) {
            stay.must(slot -> new Call.DestroyObject(slot, each.handle()));
        }
    }

    private static boolean isRefusal(Fault e) {
        return e.code() == ErrorCode.TOKEN_FAILED
                || e.code() == ErrorCode.TOKEN_CANNOT
                || e.code() == ErrorCode.STORAGE_FULL;
    }

    private void writeIssuers(List<X509CertificateHolder> issuers) {
        List<StoredCertificate> there = storage.contents(stay).certificates();
        for (X509CertificateHolder each : issuers) {
            if (there.stream().noneMatch(known -> known.certificate().equals(each))) {
                create(new byte[0], each, Holder.of(each).displayName(), Cka.AUTHORITY);
            }
        }
    }

    private boolean isThere(X509CertificateHolder certificate, String id) {
        return storage.contents(stay).certificates().stream()
                .anyMatch(each -> each.id().equals(id) && each.certificate().equals(certificate));
    }

    /** Once more without the category where the token does not know it: then nothing was made. */
    private void create(byte[] ckaId, X509CertificateHolder certificate, String label, long category) {
        List<Attribute> plain = template(ckaId, certificate, label);
        List<Attribute> whole = new ArrayList<>(plain);
        whole.add(Attribute.of(Cka.CERTIFICATE_CATEGORY, category));
        try {
            stay.ask(slot -> new Call.CreateObject(slot, whole));
        } catch (CkrException e) {
            if (e.meaning() != Ckr.Meaning.UNSUPPORTED) {
                throw TokenFaults.of(e);
            }
            stay.must(slot -> new Call.CreateObject(slot, plain));
        }
    }

    private static List<Attribute> template(byte[] ckaId, X509CertificateHolder certificate, String label) {
        try {
            return List.of(
                    Attribute.of(Cka.CLASS, Cka.CERTIFICATE),
                    Attribute.of(Cka.CERTIFICATE_TYPE, Cka.X_509),
                    Attribute.of(Cka.TOKEN, true),
                    Attribute.of(Cka.PRIVATE, false),
                    Attribute.of(Cka.LABEL, label),
                    Attribute.of(Cka.ID, ckaId),
                    Attribute.of(Cka.SUBJECT, certificate.getSubject().getEncoded(ASN1Encoding.DER)),
                    Attribute.of(Cka.ISSUER, certificate.getIssuer().getEncoded(ASN1Encoding.DER)),
                    Attribute.of(
                            Cka.SERIAL_NUMBER,
                            new ASN1Integer(certificate.getSerialNumber()).getEncoded(ASN1Encoding.DER)),
                    Attribute.of(Cka.VALUE, certificate.getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The holder and the last day, as a person reads them in any program. */
    private static String label(X509CertificateHolder certificate, Language language) {
        LocalDate until = LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneId.systemDefault());
        String holder = Holder.of(certificate).displayName();
        return language == Language.RU
                ? holder + ", до " + until.format(DateTimeFormatter.ofPattern("dd.MM.yyyy", language.locale()))
                : holder + ", until " + until;
    }
}
