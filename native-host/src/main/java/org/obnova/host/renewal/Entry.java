// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.KeyMark;

/**
 * One renewal as the journal holds it.
 *
 * @param id its folder's name
 * @param storageId the medium; null before it was chosen
 * @param publicKey of the key that is made, or about to be written when the state is {@code INTENDED}; null before
 * @param object by what a key that the medium itself makes is found there; null before, and for keys that the host makes
 * @param request DER of the PKCS#10; null before it was made
 * @param certificate SHA-256 of the certificate; null before it came
 * @param chain DER of the certificate and its issuers, leaf first, from when it came until it is installed; else empty
 * @param fate what became of the key; null unless the state is {@code ABANDONED}
 */
// The octets are kept as they are; two entries are never compared.
@SuppressWarnings("ArrayRecordComponent")
record Entry(
        String id,
        RenewalOrder order,
        RenewalState state,
        Instant updated,
        @Nullable String storageId,
        @Nullable SubjectPublicKeyInfo publicKey,
        KeyMark.@Nullable OfObject object,
        byte @Nullable [] request,
        @Nullable String certificate,
        List<byte[]> chain,
        @Nullable KeyFate fate) {

    Entry {
        chain = List.copyOf(chain);
        if ((state == RenewalState.ABANDONED) != (fate != null)) {
            throw new IllegalArgumentException("what became of the key is told of abandoned renewals only");
        }
    }

    static Entry intended(String id, RenewalOrder order, Instant now) {
        return new Entry(id, order, RenewalState.INTENDED, now, null, null, null, null, null, List.of(), null);
    }

    /** The key that is about to be written there. */
    Entry aboutToWrite(KeyMark mark, String storage, Instant now) {
        SubjectPublicKeyInfo key = mark instanceof KeyMark.OfPublicKey(var known) ? known : null;
        KeyMark.OfObject made = mark instanceof KeyMark.OfObject of ? of : null;
        return new Entry(id, order, RenewalState.INTENDED, now, storage, key, made, null, null, List.of(), null);
    }

    /** The container is there. */
    Entry keyMade(SubjectPublicKeyInfo key, String storage, Instant now) {
        return new Entry(id, order, RenewalState.KEY_MADE, now, storage, key, object, null, null, List.of(), null);
    }

    /** The key as its medium has it. */
    Entry keyOf(SubjectPublicKeyInfo key) {
        return new Entry(id, order, state, updated, storageId, key, object, request, certificate, chain, fate);
    }

    Entry requested(byte[] der, Instant now) {
        return new Entry(
                id, order, RenewalState.REQUESTED, now, storageId, publicKey, object, der, null, List.of(), null);
    }

    /** The certificate came; a receipt that was signed before stays signed. */
    Entry issued(String sha256, List<byte[]> full, Instant now) {
        RenewalState next = state == RenewalState.RECEIPT_SIGNED ? state : RenewalState.ISSUED;
        return new Entry(id, order, next, now, storageId, publicKey, object, request, sha256, full, null);
    }

    Entry receiptSigned(Instant now) {
        return new Entry(
                id,
                order,
                RenewalState.RECEIPT_SIGNED,
                now,
                storageId,
                publicKey,
                object,
                request,
                certificate,
                chain,
                null);
    }

    Entry installed(String storage, String sha256, Instant now) {
        return new Entry(
                id, order, RenewalState.INSTALLED, now, storage, publicKey, object, request, sha256, List.of(), null);
    }

    Entry backedUp(Instant now) {
        return new Entry(
                id,
                order,
                RenewalState.BACKED_UP,
                now,
                storageId,
                publicKey,
                object,
                request,
                certificate,
                List.of(),
                null);
    }

    /** The key lies on that medium. */
    Entry lyingOn(String storage) {
        return new Entry(id, order, state, updated, storage, publicKey, object, request, certificate, chain, fate);
    }

    /** Given up; what was known of the key stays known. */
    Entry abandoned(KeyFate what, Instant now) {
        return new Entry(
                id,
                order,
                RenewalState.ABANDONED,
                now,
                storageId,
                publicKey,
                object,
                request,
                certificate,
                chain,
                what);
    }

    /** By what the key is found, surest first; null before there is one. */
    @Nullable
    KeyMark mark() {
        return publicKey == null ? object : new KeyMark.OfPublicKey(publicKey);
    }

    boolean isLiving() {
        return state != RenewalState.ABANDONED;
    }
}
